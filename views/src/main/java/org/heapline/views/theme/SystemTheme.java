package org.heapline.views.theme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Whether the rest of the desktop is light or dark, asked of the system's own tools: JavaFX 21 does not tell. */
public final class SystemTheme {
    private static final long PATIENCE_SECONDS = 2;
    private static final String WINDOWS_KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";

    private SystemTheme() {}

    /** Asks the system. Starts a small program and waits for it: not on the JavaFX thread. Empty if it does not tell. */
    public static Optional<Theme> ask() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return run(command(os)).flatMap(answer -> read(os, answer));
    }

    static List<String> command(String os) {
        if (os.startsWith("windows")) {
            return List.of("reg", "query", WINDOWS_KEY, "/v", "AppsUseLightTheme");
        }
        return os.startsWith("mac")
                ? List.of("defaults", "read", "-g", "AppleInterfaceStyle")
                : List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme");
    }

    /** Reads what the program has answered. */
    static Optional<Theme> read(String os, String answer) {
        String text = answer.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return text.contains("0x0")
                    ? Optional.of(Theme.DARK)
                    : text.contains("0x1") ? Optional.of(Theme.LIGHT) : Optional.empty();
        }
        if (os.startsWith("mac")) {
            // A light Mac has no such value, and the program fails.
            return Optional.of(text.contains("dark") ? Theme.DARK : Theme.LIGHT);
        }
        return text.contains("dark")
                ? Optional.of(Theme.DARK)
                : text.contains("default") || text.contains("light") ? Optional.of(Theme.LIGHT) : Optional.empty();
    }

    private static Optional<String> run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return Optional.of(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A system without that program does not tell: light is used.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
