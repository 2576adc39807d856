package org.heapline.views.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @AfterEach
    void speakEnglishAgain() {
        Messages.speak(Locale.ENGLISH);
    }

    @Test
    void eachTextIsThereInEachLanguage() throws IOException {
        Properties english = read("messages.properties");
        Properties german = read("messages_de.properties");
        TreeSet<String> missing = new TreeSet<>(english.stringPropertyNames());
        missing.removeAll(german.stringPropertyNames());
        StringBuilder paste = new StringBuilder();
        missing.forEach(key ->
                paste.append(key).append('=').append(english.getProperty(key)).append('\n'));
        assertEquals("", paste.toString(), "translate these lines in messages_de.properties");
        TreeSet<String> unused = new TreeSet<>(german.stringPropertyNames());
        unused.removeAll(english.stringPropertyNames());
        assertTrue(unused.isEmpty(), () -> "no longer in messages.properties: " + unused);
    }

    @Test
    void translationsHaveThePlacesOfTheOriginal() throws IOException {
        Properties english = read("messages.properties");
        Properties german = read("messages_de.properties");
        for (String key : english.stringPropertyNames()) {
            assertEquals(
                    new MessageFormat(english.getProperty(key), Locale.ENGLISH).getFormatsByArgumentIndex().length,
                    new MessageFormat(german.getProperty(key), Locale.ENGLISH).getFormatsByArgumentIndex().length,
                    key);
        }
    }

    @Test
    void languagesChangeAtOnceAndUnknownOnesAreEnglish() {
        Messages.speak(Locale.GERMANY);
        assertEquals("Heiße Zeilen", Messages.text("hot.title"));
        Messages.speak(Locale.JAPANESE);
        assertEquals("Hot lines", Messages.text("hot.title"));
    }

    private static Properties read(String name) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Objects.requireNonNull(Messages.class.getResourceAsStream(name), name)) {
            texts.load(in);
        }
        return texts;
    }
}
