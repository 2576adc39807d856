package org.heapline.profile.format;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** Writes HTML: markup as it is given, everything else escaped. */
final class Html {
    private static final double MIB = 1 << 20;

    private final Writer out;

    Html(Writer out) {
        this.out = out;
    }

    /** Markup of our own. */
    Html raw(String markup) throws IOException {
        out.write(markup);
        return this;
    }

    /** Text of others, safe between tags and in quoted attributes. */
    Html text(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '"' -> out.write("&quot;");
                case '\'' -> out.write("&#39;");
                case '\t', '\n' -> out.write(c);
                default -> out.write(c < ' ' || c == 0x7f ? '\ufffd' : c);
            }
        }
        return this;
    }

    /** An element with text in it. */
    Html element(String name, String text) throws IOException {
        raw("<" + name + ">").text(text);
        int space = name.indexOf(' ');
        return raw("</" + (space < 0 ? name : name.substring(0, space)) + ">");
    }

    /** A table cell with MiB; the exact bytes show when pointed at. */
    Html mibCell(String tag, long bytes) throws IOException {
        return element(tag + " title=\"" + grouped(bytes) + " bytes\"", mib(bytes));
    }

    /** A table cell with a share from 0 to 1, as a bar and a figure. */
    Html shareCell(double share) throws IOException {
        String percent = String.format(Locale.ROOT, "%.1f", share * 100);
        return raw("<td class=\"share\"><b><i style=\"width:" + percent + "%\"></i></b><span>" + percent
                + " %</span></td>");
    }

    static String mib(long bytes) {
        return String.format(Locale.ROOT, "%,.3f", bytes / MIB).replace(',', '\u202f');
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }

    void flush() throws IOException {
        out.flush();
    }
}
