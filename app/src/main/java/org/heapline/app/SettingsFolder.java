package org.heapline.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a program keeps its settings on this system. */
final class SettingsFolder {
    private static final String NAME = "heapline";

    private SettingsFolder() {}

    /** The folder for this user; it need not exist yet. */
    static Path ofThisUser() {
        return of(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv());
    }

    /**
     * {@code %APPDATA%\heapline} on Windows, {@code ~/Library/Application Support/heapline} on macOS, elsewhere
     * {@code $XDG_CONFIG_HOME/heapline}, which is {@code ~/.config/heapline} unless said otherwise.
     */
    static Path of(String system, String home, Map<String, String> environment) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            String data = environment.get("APPDATA");
            return (data == null || data.isEmpty() ? Path.of(home, "AppData", "Roaming") : Path.of(data)).resolve(NAME);
        }
        if (os.startsWith("mac")) {
            return Path.of(home, "Library", "Application Support", NAME);
        }
        String config = environment.get("XDG_CONFIG_HOME");
        // The XDG rules: a relative path is to be ignored.
        boolean usable = config != null && config.startsWith("/");
        return (usable ? Path.of(config) : Path.of(home, ".config")).resolve(NAME);
    }
}
