package org.heapline.views.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.heapline.views.fx.Fxml;
import org.heapline.views.palette.Command;
import org.heapline.views.palette.PaletteView;
import org.heapline.views.palette.PaletteViewModel;
import org.heapline.views.tab.TabActions;
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Look;
import org.heapline.views.theme.Themes;

/** The window that a tab has of its own, with the keys and the palette of the main one. To be used on the JavaFX thread. */
final class OwnWindow implements FrontTab, AutoCloseable {
    private static final double LEAST_WIDTH = 360;
    private static final double LEAST_HEIGHT = 200;

    private final WindowTab tab;
    private final MainViewModel model;
    private final Themes themes;
    private final WindowDesk desk;
    private final Runnable raiseMain;
    private final WindowCommands commands;
    private final Scene scene = new Scene(new StackPane());
    private final Stage stage = new Stage();
    private TabContent content;
    private PaletteView palette;

    @FXML
    private StackPane over;

    @FXML
    private StackPane middle;

    @FXML
    private StackPane foot;

    /**
     * @param desks makes what the tab asks of the window around it
     * @param main what is done by the main window, wherever it is asked for
     * @param raiseMain brings that one to the front
     */
    OwnWindow(
            WindowTab tab,
            MainViewModel model,
            Themes themes,
            Function<Scene, WindowDesk> desks,
            WindowCommands.Frame main,
            Runnable raiseMain) {
        this.raiseMain = raiseMain;
        this.tab = tab;
        this.model = model;
        this.themes = themes;
        desk = desks.apply(scene);
        commands = new WindowCommands(desk, this, new Frame(main));
        content = TabContent.of(tab, themes, desk);
        palette = new PaletteView(new PaletteViewModel(commands.all(), commands::front));
        show();
        themes.dress(scene);
        commands.install(scene.getAccelerators());
        stage.setScene(scene);
        stage.setTitle(Messages.text("window.title", tab.title()));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        WindowIcons.on(stage);
        stage.setOnCloseRequest(event -> model.leave(tab));
    }

    /** Makes all nodes anew, from the models: in another language, or another size. */
    void build() {
        content.close();
        content = TabContent.of(tab, themes, desk);
        palette = new PaletteView(new PaletteViewModel(commands.all(), commands::front));
        show();
    }

    private void show() {
        Parent root = Fxml.load(this, "own-window.fxml");
        scene.setRoot(root);
        middle.getChildren().setAll(content.node());
        foot.getChildren().setAll(content.status());
        over.getChildren().forEach(commands::cancelIn);
        over.getChildren().add(palette.node());
    }

    /** Whether everything in it is there to be seen. */
    boolean settled() {
        return content.settled().getAsBoolean();
    }

    /** Takes the nodes out of the window, which shows nothing then. */
    Region takeRoot() {
        scene.setRoot(new StackPane());
        return over;
    }

    /** Shows the window in this place of the screens, or moves it there. */
    void place(Rectangle2D bounds) {
        stage.setMaximized(false);
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
        stage.show();
    }

    /** Where the window stands on the screens. */
    Rectangle2D place() {
        return new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }

    /** Brings the window before the others. */
    void raise() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    @Override
    public WindowTab shown() {
        return tab;
    }

    @Override
    public Optional<TabActions> actions() {
        return Optional.ofNullable(content.actions());
    }

    @Override
    public boolean apart() {
        return true;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.always("moveBack", WindowCommands.MOVE, this::moveBack),
                Command.always("closeWindow", WindowCommands.CLOSE, () -> model.leave(tab)));
    }

    @FXML
    private void moveBack() {
        model.moveBack(tab);
        raiseMain.run();
    }

    @FXML
    private void openPalette() {
        palette.open("");
    }

    /** Closes the window; what it showed goes on. */
    @Override
    public void close() {
        themes.forget(scene);
        stage.close();
        content.close();
    }

    /** All but the palette belongs to the main window. */
    private final class Frame implements WindowCommands.Frame {
        private final WindowCommands.Frame main;

        Frame(WindowCommands.Frame main) {
            this.main = main;
        }

        @Override
        public void searchJvms() {
            raiseMain.run();
            main.searchJvms();
        }

        @Override
        public void openPalette(String text) {
            palette.open(text);
        }

        @Override
        public void openNotices() {
            raiseMain.run();
            main.openNotices();
        }

        @Override
        public void look(Look look) {
            main.look(look);
        }

        @Override
        public void speak(String language) {
            main.speak(language);
        }

        @Override
        public void resizeText(int pixels) {
            main.resizeText(pixels);
        }
    }
}
