package org.heapline.views.shell;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.heapline.views.theme.Theme;

/**
 * What the window remembers from one run to the next, in {@code desktop.properties} of a folder. Snapshots are kept
 * beside it. A file that cannot be read means the defaults; one that cannot be written is logged and costs nothing else.
 */
public final class DesktopSettings {
    private static final System.Logger LOG = System.getLogger(DesktopSettings.class.getName());
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final Path folder;
    private final Properties values = new Properties();

    private DesktopSettings(Path folder) {
        this.folder = folder;
    }

    /** The settings kept in a folder, which need not exist yet. Reads a small file. */
    public static DesktopSettings in(Path folder) {
        DesktopSettings settings = new DesktopSettings(folder);
        Path file = settings.file();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                settings.values.load(in);
            } catch (IOException | IllegalArgumentException e) {
                LOG.log(System.Logger.Level.WARNING, "Settings cannot be read, defaults are used: " + file, e);
            }
        }
        return settings;
    }

    private Path file() {
        return folder.resolve("desktop.properties");
    }

    /** Where snapshots are saved and looked for. */
    public Path snapshotsFolder() {
        return folder.resolve("snapshots");
    }

    public Theme theme() {
        return Theme.ofKey(values.getProperty("theme", ""));
    }

    public void theme(Theme theme) {
        values.setProperty("theme", theme.key());
    }

    /** Width of the window in pixels. */
    public double width() {
        return number("width", WIDTH);
    }

    /** Height of the window in pixels. */
    public double height() {
        return number("height", HEIGHT);
    }

    /** Remembers the size of the window, in pixels. */
    public void size(double width, double height) {
        values.setProperty("width", Double.toString(width));
        values.setProperty("height", Double.toString(height));
    }

    private double number(String key, double fallback) {
        try {
            double value = Double.parseDouble(values.getProperty(key, ""));
            return value >= 400 && value < 20_000 ? value : fallback;
        } catch (NumberFormatException e) {
            return fallback;
        }
    }

    /** Writes the settings: beside the file first, then over it. Blocks shortly. */
    public synchronized void save() {
        try {
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, "desktop", ".tmp");
            try (Writer out = Files.newBufferedWriter(beside)) {
                values.store(out, null);
            }
            Files.move(beside, file(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Settings cannot be saved: " + file(), e);
        }
    }
}
