package org.heapline.views.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import org.heapline.views.text.Messages;

/** Loads the FXML of a view. */
public final class Fxml {
    private Fxml() {}

    /**
     * Loads the file beside the controller's class, fills its {@code @FXML} fields and calls its {@code initialize}.
     *
     * @param controller the view
     * @param name of the file in the controller's package, such as {@code source.fxml}
     * @return the root of the file
     */
    public static <T> T load(Object controller, String name) {
        URL file = Objects.requireNonNull(controller.getClass().getResource(name), name);
        FXMLLoader loader = new FXMLLoader(file, Messages.bundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException damaged) {
            throw new UncheckedIOException(file + " cannot be loaded", damaged);
        }
    }
}
