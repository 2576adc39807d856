package org.heapline.views.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the screens, by key, from {@code messages.properties}. */
public final class Messages {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("org.heapline.views.text.messages");

    private Messages() {}

    /** All texts, for FXML's {@code %key}. */
    public static ResourceBundle bundle() {
        return TEXTS;
    }

    /**
     * The text of a key, with {@code {0}}, {@code {1}} ... filled in.
     *
     * @throws java.util.MissingResourceException if there is no such key
     */
    public static String text(String key, Object... arguments) {
        String pattern = TEXTS.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
    }
}
