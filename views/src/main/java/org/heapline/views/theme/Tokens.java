package org.heapline.views.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colour tokens of a theme as text, for what is painted rather than styled: charts, rulers, sparklines. */
public final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("-hl-([a-z0-9-]+):\\s*([^;]+);");
    private static final Map<Theme, Tokens> READ = new EnumMap<>(Theme.class);

    private final Map<String, String> colours;

    private Tokens(Map<String, String> colours) {
        this.colours = colours;
    }

    /** The tokens of a theme, read from its style sheet. */
    public static synchronized Tokens of(Theme theme) {
        return READ.computeIfAbsent(theme, Tokens::read);
    }

    private static Tokens read(Theme theme) {
        Map<String, String> colours = new LinkedHashMap<>();
        try (InputStream in = theme.tokens().openStream()) {
            Matcher token = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (token.find()) {
                colours.put(token.group(1), token.group(2).trim());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The style sheet of the theme " + theme.key() + " cannot be read", e);
        }
        return new Tokens(colours);
    }

    /**
     * A colour in CSS notation, fit for {@code javafx.scene.paint.Color.web}.
     *
     * @param name without the prefix {@code -hl-}: {@code heap}, {@code h4}
     * @throws IllegalArgumentException if the theme has no such token
     */
    public String web(String name) {
        String colour = colours.get(name);
        if (colour == null) {
            throw new IllegalArgumentException("There is no colour token named " + name);
        }
        return colour;
    }

    /** The names of all tokens. */
    public Iterable<String> names() {
        return colours.keySet();
    }
}
