package org.heapline.views.shell;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Properties;
import org.heapline.views.settings.Preferences;
import org.heapline.views.settings.RecentTargets;
import org.heapline.views.settings.TextSize;
import org.heapline.views.theme.Look;
import org.heapline.views.theme.Theme;

/**
 * What the window remembers from one run to the next, in {@code desktop.properties} of a folder. Snapshots are kept
 * beside it. A file that cannot be read means the defaults; one that cannot be written is logged and costs nothing else.
 */
public final class DesktopSettings {
    private static final System.Logger LOG = System.getLogger(DesktopSettings.class.getName());
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST = 400;
    private static final double MOST = 20_000;

    private final Path folder;
    private final Preferences values = new Preferences();

    private DesktopSettings(Path folder) {
        this.folder = folder;
    }

    /** The settings kept in a folder, which need not exist yet. Reads a small file. */
    public static DesktopSettings in(Path folder) {
        DesktopSettings settings = new DesktopSettings(folder);
        Path file = settings.file();
        if (Files.exists(file)) {
            Properties read = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                read.load(in);
                read.stringPropertyNames().forEach(key -> settings.values.put(key, read.getProperty(key)));
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

    /** What the views remember. */
    public Preferences preferences() {
        return values;
    }

    /** What was last profiled, by program. */
    public RecentTargets recentTargets() {
        return new RecentTargets(values);
    }

    /** Which theme is wished for: light, dark, or the system's. */
    public Look look() {
        return Look.ofKey(values.text("theme", ""));
    }

    public void look(Look look) {
        values.put("theme", look.key());
    }

    /** The theme in which the window opens, for who asks for a certain one. */
    public Theme theme() {
        return look().theme();
    }

    public void theme(Theme theme) {
        look(Look.of(theme));
    }

    /** The language of the texts; the system's where none was chosen. */
    public Locale language() {
        String tag = values.text("language", "");
        return tag.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(tag);
    }

    public void language(Locale language) {
        values.put("language", language.toLanguageTag());
    }

    /** Size of ordinary text in pixels, 10 to 20. */
    public double fontSize() {
        return TextSize.of(values);
    }

    /** Remembers the size of ordinary text; what is out of bounds becomes the bound. */
    public void fontSize(double size) {
        TextSize.put(values, size);
    }

    /** Width of the window in pixels. */
    public double width() {
        return values.number("width", WIDTH, LEAST, MOST);
    }

    /** Height of the window in pixels. */
    public double height() {
        return values.number("height", HEIGHT, LEAST, MOST);
    }

    /** Remembers the size of the window, in pixels. */
    public void size(double width, double height) {
        values.put("width", Double.toString(width));
        values.put("height", Double.toString(height));
    }

    /** Writes the settings: beside the file first, then over it. Blocks shortly. */
    public synchronized void save() {
        try {
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, "desktop", ".tmp");
            Properties written = new Properties();
            written.putAll(values.all());
            try (Writer out = Files.newBufferedWriter(beside)) {
                written.store(out, null);
            }
            Files.move(beside, file(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Settings cannot be saved: " + file(), e);
        }
    }
}
