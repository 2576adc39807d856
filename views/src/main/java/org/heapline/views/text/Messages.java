package org.heapline.views.text;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the screens, by key, from {@code messages.properties} and its translations. */
public final class Messages {
    /** The languages there are texts in; the first is used where the system's is none of them. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static volatile ResourceBundle texts = bundle(Locale.ENGLISH);

    private Messages() {}

    /** Speaks this language from now on, or English if there are no texts in it. What is on a screen already stays. */
    public static void speak(Locale language) {
        texts = bundle(nearest(language));
    }

    /** The language that is spoken. */
    public static Locale language() {
        return nearest(texts.getLocale());
    }

    private static Locale nearest(Locale language) {
        return LANGUAGES.stream()
                .filter(known -> known.getLanguage().equals(language.getLanguage()))
                .findFirst()
                .orElse(LANGUAGES.get(0));
    }

    static ResourceBundle bundle(Locale language) {
        // English stands in the file without a language; without this, a German system would never speak it.
        return ResourceBundle.getBundle(
                "org.heapline.views.text.messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** All texts, for FXML's {@code %key}. */
    public static ResourceBundle bundle() {
        return texts;
    }

    /**
     * The text of a key, with {@code {0}}, {@code {1}} ... filled in.
     *
     * @throws java.util.MissingResourceException if there is no such key
     */
    public static String text(String key, Object... arguments) {
        String pattern = texts.getString(key);
        return arguments.length == 0
                ? pattern
                : withFigures(new MessageFormat(pattern, Locale.ENGLISH), arguments)
                        .format(arguments);
    }

    /** Numbers in a text look like those of {@link Figures}. */
    private static MessageFormat withFigures(MessageFormat format, Object[] arguments) {
        Format[] asked = format.getFormatsByArgumentIndex();
        for (int i = 0; i < Math.min(asked.length, arguments.length); i++) {
            if (asked[i] == null && arguments[i] instanceof Number) {
                format.setFormatByArgumentIndex(i, NumberFormat.getInstance(Locale.ENGLISH));
            }
        }
        for (Format each : format.getFormats()) {
            if (each instanceof DecimalFormat number) {
                DecimalFormatSymbols symbols = number.getDecimalFormatSymbols();
                symbols.setGroupingSeparator(Figures.GAP);
                symbols.setDecimalSeparator(Figures.decimalMark());
                number.setDecimalFormatSymbols(symbols);
            }
        }
        return format;
    }
}
