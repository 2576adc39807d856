package org.heapline.views.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The style sheets of the window, in the size that the user reads best: all lengths grow with the text. */
final class StyleSheets {
    private static final List<String> VIEWS = List.of(
            "heapline.css",
            "/org/heapline/views/hotlines/hotlines.css",
            "/org/heapline/views/source/source.css",
            "/org/heapline/views/paused/paused.css",
            "/org/heapline/views/picker/picker.css",
            "/org/heapline/views/running/running.css",
            "/org/heapline/views/limits/limits.css");
    private static final Pattern PIXELS = Pattern.compile("(\\d+(?:\\.\\d+)?)px");

    private StyleSheets() {}

    /** The sheets of a theme, by their addresses. */
    static List<String> of(Theme theme, double scale) {
        List<String> sheets = new ArrayList<>();
        sheets.add(theme.tokens().toExternalForm());
        for (String name : VIEWS) {
            URL sheet = Objects.requireNonNull(StyleSheets.class.getResource(name), name);
            sheets.add(scale == 1 ? sheet.toExternalForm() : scaled(sheet, scale));
        }
        return List.copyOf(sheets);
    }

    private static String scaled(URL sheet, double scale) {
        try (InputStream in = sheet.openStream()) {
            String text = scaled(new String(in.readAllBytes(), StandardCharsets.UTF_8), scale);
            return "data:text/css;charset=utf-8;base64,"
                    + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The style sheet " + sheet + " cannot be read", e);
        }
    }

    /** The text of a sheet with all lengths of 3 pixels and more multiplied; hair lines stay hair lines. */
    static String scaled(String text, double scale) {
        Matcher pixels = PIXELS.matcher(text);
        StringBuilder scaled = new StringBuilder();
        while (pixels.find()) {
            double length = Double.parseDouble(pixels.group(1));
            double grown = length < 3 ? length : length * scale;
            pixels.appendReplacement(scaled, String.format(Locale.ROOT, "%.2fpx", grown));
        }
        return pixels.appendTail(scaled).toString();
    }
}
