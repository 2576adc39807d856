package org.heapline.profile.format;

import java.util.regex.Pattern;

/** Values separated by commas. */
public final class Csv {
    private static final Pattern SPECIAL = Pattern.compile("[\",\r\n]");

    private Csv() {}

    /** One value as RFC 4180 has it: quoted where needed. */
    public static String cell(String text) {
        return SPECIAL.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
