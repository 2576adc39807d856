package org.heapline.views.paused;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heapline.client.Variable;
import org.heapline.views.text.ClassNames;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;

/**
 * A local in few words: {@code ArrayList} and {@code 100 entries} for a {@code java.util.List} whose value reads {@code
 * java.util.ArrayList@5387f9e0 (size 100)}.
 *
 * @param type the simple name of what it is now, else of what it is declared as
 * @param value what tells it from others of its type
 * @param full all that is known, for a tooltip
 */
record LocalText(String type, String value, String full) {
    private static final Pattern OBJECT = Pattern.compile("([\\w.$\\[\\]]+)@(\\w+)(?: \\(size (\\d+)\\))?");
    private static final Pattern ARRAY = Pattern.compile("([\\w.$]+)\\[(\\d+)]((?:\\[])*)");

    static LocalText of(Variable local) {
        String full = local.type() + " " + local.name() + " = " + local.value();
        Matcher object = OBJECT.matcher(local.value());
        if (object.matches()) {
            String size = object.group(3);
            return new LocalText(simple(object.group(1)), size == null ? "@" + object.group(2) : entries(size), full);
        }
        Matcher array = ARRAY.matcher(local.value());
        if (array.matches()) {
            String length = Figures.count(Long.parseLong(array.group(2)));
            return new LocalText(
                    simple(local.type()), simple(array.group(1)) + "[" + length + "]" + array.group(3), full);
        }
        return new LocalText(simple(local.type()), local.value(), full);
    }

    private static String entries(String size) {
        return Messages.text("paused.locals.size", Long.parseLong(size)).replace(',', '\u00a0');
    }

    /** {@code Map.Entry[]} for {@code java.util.Map$Entry[]}; type arguments go. */
    private static String simple(String type) {
        int angle = type.indexOf('<');
        String plain = angle < 0 ? type : type.substring(0, angle);
        return ClassNames.simple(plain);
    }
}
