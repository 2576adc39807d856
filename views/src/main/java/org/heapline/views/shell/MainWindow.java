package org.heapline.views.shell;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.heapline.views.fx.FxUpdates;
import org.heapline.views.fx.Fxml;
import org.heapline.views.jvms.JvmListView;
import org.heapline.views.jvms.JvmRow;
import org.heapline.views.session.FileDialogs;
import org.heapline.views.session.FilePrompt;
import org.heapline.views.session.NoticeBar;
import org.heapline.views.snapshots.SnapshotListView;
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Styles;
import org.heapline.views.theme.Theme;
import org.heapline.views.theme.Themes;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The main window: the lists on the left, the tabs, the foot. To be used on the JavaFX thread. */
public final class MainWindow implements AutoCloseable {
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 620;
    private static final int[] ICON_SIZES = {16, 32, 48, 128, 256};

    private final DesktopSetup setup;
    private final MainViewModel model;
    private final Themes themes;
    private final WindowDesk desk;
    private final Scene scene;
    private final JvmListView jvms;
    private final Map<WindowTab, TabContent> contents = new HashMap<>();

    @FXML
    private BorderPane frame;

    @FXML
    private VBox side;

    @FXML
    private TabPane tabs;

    @FXML
    private VBox welcome;

    @FXML
    private StackPane foot;

    @FXML
    private BorderPane middle;

    @FXML
    private Button themeToggle;

    @FXML
    private FontIcon themeIcon;

    /** The window with the system's file dialogs. */
    public MainWindow(DesktopSetup setup) {
        this(setup, FileDialogs::new);
    }

    /** @param prompt makes what asks the user for files, from the window it belongs to */
    public MainWindow(DesktopSetup setup, Function<Supplier<@Nullable Window>, FilePrompt> prompt) {
        this.setup = setup;
        themes = new Themes(setup.settings().theme());
        model = new MainViewModel(
                setup.attacher(),
                setup.settings().snapshotsFolder(),
                setup.settings().recentTargets(),
                FxUpdates.javaFx());
        Parent root = Fxml.load(this, "main-window.fxml");
        scene = new Scene(root, setup.settings().width(), setup.settings().height());
        themes.dress(scene);
        desk = new WindowDesk(
                model, scene, prompt.apply(scene::getWindow), setup.settings().preferences());
        jvms = new JvmListView(model.jvms(), themes, new RowActions());
        VBox.setVgrow(jvms.node(), Priority.ALWAYS);
        side.getChildren().addAll(jvms.node(), new SnapshotListView(model.snapshots(), model::open).node());
        welcome.visibleProperty().bind(Bindings.isEmpty(model.tabs()));
        model.tabs().addListener(this::tabsChanged);
        model.selectedProperty().addListener((property, was, is) -> select(is));
        tabs.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> selected(is));
        themes.themeProperty().addListener((property, was, is) -> showTheme(is));
        showTheme(themes.theme());
        middle.setTop(new NoticeBar(model.noticeProperty(), "main-notice").node());
        selected(null);
        model.questionProperty().addListener((property, was, is) -> {
            if (is != null) {
                desk.ask(is);
            }
        });
        Shortcuts.install(scene, model, desk, jvms, tabs);
    }

    private final class RowActions implements JvmListView.Actions {
        @Override
        public void open(JvmRow row) {
            model.open(row);
        }

        @Override
        public void cancel(JvmRow row) {
            model.cancel(row);
        }
    }

    /** Begins to look around and shows the window. */
    public void show(Stage stage) {
        start();
        stage.setTitle(Messages.text("app.name"));
        for (int size : ICON_SIZES) {
            stage.getIcons()
                    .add(new Image(Objects.requireNonNull(
                            MainWindow.class.getResourceAsStream("/org/heapline/icons/heapline-" + size + ".png"))));
        }
        stage.setScene(scene);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        // A window remembered from a larger screen would reach beyond this one.
        if (scene.getWidth() > screen.getWidth()) {
            stage.setWidth(screen.getWidth());
        }
        if (scene.getHeight() > screen.getHeight()) {
            stage.setHeight(screen.getHeight());
        }
        stage.show();
    }

    /** Begins to look around, without a stage. */
    void start() {
        model.start();
        setup.attachTo().forEach(pid -> model.attach(pid, setup.options()));
    }

    private void tabsChanged(ListChangeListener.Change<? extends WindowTab> change) {
        while (change.next()) {
            change.getRemoved().forEach(this::removed);
            change.getAddedSubList().forEach(this::added);
        }
    }

    private void added(WindowTab shown) {
        TabContent content = TabContent.of(shown, themes, desk);
        contents.put(shown, content);
        Tab tab = new Tab(shown.title(), content.node());
        tab.setUserData(shown);
        tab.setOnClosed(event -> model.close(shown));
        tabs.getTabs().add(tab);
    }

    private void removed(WindowTab gone) {
        TabContent content = contents.remove(gone);
        if (content != null) {
            content.close();
        }
        tabs.getTabs().removeIf(tab -> tab.getUserData() == gone);
    }

    private void select(@Nullable WindowTab wanted) {
        tabs.getTabs().stream()
                .filter(tab -> tab.getUserData() == wanted)
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    private void selected(@Nullable Tab tab) {
        WindowTab shown = tab == null ? null : (WindowTab) tab.getUserData();
        model.selectedProperty().set(shown);
        TabContent content = shown == null ? null : contents.get(shown);
        if (content == null) {
            Label text = new Label(Messages.text("main.foot"));
            text.getStyleClass().addAll("status-text", Styles.MUTED);
            foot.getChildren().setAll(text);
        } else {
            foot.getChildren().setAll(content.status());
        }
    }

    private void showTheme(Theme theme) {
        themeIcon.setIconLiteral(theme == Theme.LIGHT ? "fth-moon" : "fth-sun");
        setup.settings().theme(theme);
    }

    @FXML
    private void toggleTheme() {
        themes.themeProperty().set(themes.theme().other());
    }

    /** The scene of the window. */
    public Scene scene() {
        return scene;
    }

    /** What the window does. */
    public MainViewModel model() {
        return model;
    }

    /** The theme in use. */
    public Themes themes() {
        return themes;
    }

    /** Whether everything in the tab in front is there to be seen, sources included. */
    boolean settled() {
        WindowTab front = model.selectedProperty().get();
        TabContent content = front == null ? null : contents.get(front);
        return model.jvms().listedProperty().get()
                && (content == null || content.settled().getAsBoolean());
    }

    /** Lets go of everything without detaching and without remembering anything. */
    void release() {
        themes.forget(scene);
        contents.values().forEach(TabContent::close);
        model.release();
    }

    /** Waits, after {@link #close()} and off the JavaFX thread, until all is detached; no longer than that. */
    void awaitDetached(Duration longest) throws InterruptedException {
        model.awaitDetached(longest);
    }

    /** Remembers the window, detaches from everything in the background. */
    @Override
    public void close() {
        setup.settings().size(scene.getWidth(), scene.getHeight());
        setup.settings().save();
        contents.values().forEach(TabContent::close);
        model.close();
    }
}
