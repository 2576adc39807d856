package org.heapline.views.theme;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.paint.Color;

/** The theme in use, and the scenes that wear it. To be used on the JavaFX thread. */
public final class Themes {
    private final ObjectProperty<Theme> theme;
    private final DoubleProperty scale = new SimpleDoubleProperty(1);
    private final List<Scene> scenes = new ArrayList<>();

    public Themes(Theme first) {
        Typefaces.load();
        theme = new SimpleObjectProperty<>(first);
        theme.addListener((property, was, is) -> dressAll());
        scale.addListener((property, was, is) -> dressAll());
        dressAll();
    }

    /** The theme in use; setting it changes every scene at once. */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** How large everything is: 1 with text of 13 pixels. */
    public DoubleProperty scaleProperty() {
        return scale;
    }

    public Theme theme() {
        return theme.get();
    }

    /** A colour of the theme in use, for what is painted; see {@link Tokens#web}. */
    public Color color(String token) {
        return Color.web(Tokens.of(theme.get()).web(token));
    }

    /** Dresses a scene, now and whenever the theme changes. Dialogs with an owner need no call: they take its sheets. */
    public void dress(Scene scene) {
        scenes.add(scene);
        scene.getStylesheets().setAll(StyleSheets.of(theme.get(), scale.get()));
    }

    /** Forgets a scene that is no longer shown. */
    public void forget(Scene scene) {
        scenes.remove(scene);
    }

    private void dressAll() {
        Application.setUserAgentStylesheet(theme.get().base());
        for (Scene scene : scenes) {
            scene.getStylesheets().setAll(StyleSheets.of(theme.get(), scale.get()));
        }
    }
}
