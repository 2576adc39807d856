package org.heapline.views.theme;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javafx.scene.text.Font;

/**
 * Inter and JetBrains Mono, loaded from their packages on the class path. They carry the text even on a machine without
 * any font; a package that is missing leaves the system's fonts.
 */
final class Typefaces {
    private static final System.Logger LOG = System.getLogger(Typefaces.class.getName());
    private static final String INTER = "/META-INF/resources/_static/inter/5.2.5/files/inter-latin-";
    private static final String MONO =
            "/META-INF/resources/webjars/fontsource__jetbrains-mono/4.5.11/files/jetbrains-mono-all-";

    private Typefaces() {}

    static void load() {
        List.of("400-normal", "500-normal", "600-normal", "700-normal").forEach(cut -> load(INTER + cut + ".woff"));
        List.of("400-normal", "700-normal", "400-italic").forEach(cut -> load(MONO + cut + ".woff"));
    }

    private static void load(String resource) {
        try (InputStream in = Typefaces.class.getResourceAsStream(resource)) {
            if (in == null || Font.loadFont(in, 13) == null) {
                LOG.log(System.Logger.Level.WARNING, "The typeface {0} cannot be loaded", resource);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The typeface " + resource + " cannot be read", e);
        }
    }
}
