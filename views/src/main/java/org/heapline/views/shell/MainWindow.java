package org.heapline.views.shell;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.heapline.views.fx.FxUpdates;
import org.heapline.views.fx.Fxml;
import org.heapline.views.fx.Ties;
import org.heapline.views.jvms.JvmListView;
import org.heapline.views.jvms.JvmRow;
import org.heapline.views.notices.NoticeLogView;
import org.heapline.views.palette.Command;
import org.heapline.views.palette.PaletteView;
import org.heapline.views.palette.PaletteViewModel;
import org.heapline.views.session.FileDialogs;
import org.heapline.views.session.FilePrompt;
import org.heapline.views.session.NoticeBar;
import org.heapline.views.session.WorkView;
import org.heapline.views.session.WorkViewModel;
import org.heapline.views.settings.TextSize;
import org.heapline.views.snapshots.SnapshotListView;
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Look;
import org.heapline.views.theme.Styles;
import org.heapline.views.theme.Theme;
import org.heapline.views.theme.Themes;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The main window: the lists on the left, the tabs, the foot. To be used on the JavaFX thread. */
public final class MainWindow implements AutoCloseable {
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 620;
    private static final double SIDE_WIDTH = 264;

    private final DesktopSetup setup;
    private final MainViewModel model;
    private final Themes themes;
    private final WindowDesk desk;
    private final Scene scene;
    private final WindowTabs tabContents;
    private final WindowCommands commands;
    private final OwnWindows ownWindows;
    private final RememberedTabs remembered;
    private final Ties ties = new Ties();
    private JvmListView jvms;

    @FXML
    private VBox side;

    @FXML
    private TabPane tabs;

    @FXML
    private VBox welcome;

    @FXML
    private StackPane foot;

    @FXML
    private HBox work;

    @FXML
    private StackPane over;

    @FXML
    private BorderPane middle;

    @FXML
    private FontIcon themeIcon;

    @FXML
    private MenuButton settingsMenu;

    @FXML
    private Button bell;

    private PaletteView palette;
    private NoticeLogView noticeLog;

    /** The window with the system's file dialogs. */
    public MainWindow(DesktopSetup setup) {
        this(setup, FileDialogs::new);
    }

    /** @param prompt makes what asks the user for files, from the window it belongs to */
    public MainWindow(DesktopSetup setup, Function<Supplier<@Nullable Window>, FilePrompt> prompt) {
        this.setup = setup;
        DesktopSettings settings = setup.settings();
        Messages.speak(settings.language());
        scene = new Scene(new StackPane(), settings.width(), settings.height());
        themes = new Themes(settings.theme());
        themes.scaleProperty().set(settings.fontSize() / TextSize.USUAL);
        model = new MainViewModel(
                setup.attacher(), settings.snapshotsFolder(), settings.recentTargets(), FxUpdates.javaFx());
        Function<Scene, WindowDesk> desks =
                of -> new WindowDesk(model, of, prompt.apply(of::getWindow), settings.preferences());
        desk = desks.apply(scene);
        tabContents = new WindowTabs(model, themes, desk, this::showFoot);
        commands = new WindowCommands(desk, tabContents, new Frame());
        remembered = new RememberedTabs(settings.preferences());
        ownWindows = new OwnWindows(model, themes, scene, desks, new Frame(), remembered);
        jvms = new JvmListView(model.jvms(), themes, new RowActions());
        palette = new PaletteView(new PaletteViewModel(commands.all(), commands::front));
        noticeLog = new NoticeLogView(model.notices());
        build();
        themes.dress(scene);
        commands.install(scene.getAccelerators());
        themes.themeProperty().addListener((property, was, is) -> showTheme(is));
        model.notices()
                .failuresUnreadProperty()
                .addListener((property, was, is) -> bell.pseudoClassStateChanged(Styles.FAILED, is));
        FileDrop.on(scene, model);
        model.questionProperty().addListener((property, was, is) -> {
            if (is != null) {
                desk.ask(is);
            }
        });
    }

    /** Makes all nodes anew, from the models: in another language, or another size. */
    private void build() {
        ties.close();
        Parent root = Fxml.load(this, "main-window.fxml");
        scene.setRoot(root);
        jvms = new JvmListView(model.jvms(), themes, new RowActions());
        side.getChildren()
                .addAll(
                        jvms.node(),
                        new SnapshotListView(model.snapshots(), themes, new SnapshotActions(model)).node());
        // Names and figures need some of the room that larger text takes, the figures of the session the rest.
        double width = SIDE_WIDTH * (1 + themes.scaleProperty().get()) / 2;
        side.setMinWidth(width);
        side.setMaxWidth(width);
        // The snapshots stand below the JVMs and move with them.
        side.addEventFilter(MouseEvent.MOUSE_MOVED, event -> model.jvms().pointedAt());
        welcome.visibleProperty().bind(Bindings.isEmpty(model.tabs()));
        middle.setTop(new NoticeBar(model.noticeProperty(), "main-notice", ties).node());
        palette = new PaletteView(new PaletteViewModel(commands.all(), commands::front));
        noticeLog = new NoticeLogView(model.notices());
        over.getChildren().forEach(commands::cancelIn);
        over.getChildren().addAll(noticeLog.node(), palette.node());
        bell.pseudoClassStateChanged(
                Styles.FAILED, model.notices().failuresUnreadProperty().get());
        settingsMenu.getItems().setAll(new SettingsMenu(setup.settings(), commands.all()).items());
        work.getChildren().add(new WorkView(new WorkViewModel(model.background().doings(), ties), "window").node());
        tabContents.into(tabs);
        ownWindows.build();
        showTheme(themes.theme());
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

    private final class Frame implements WindowCommands.Frame {
        @Override
        public void searchJvms() {
            jvms.focusSearch();
        }

        @Override
        public void openPalette(String text) {
            palette.open(text);
        }

        @Override
        public void openNotices() {
            noticeLog.open();
        }

        @Override
        public void look(Look look) {
            setup.settings().look(look);
            if (look == Look.SYSTEM) {
                followSystem();
            } else {
                themes.themeProperty().set(look.theme());
            }
            build();
        }

        @Override
        public void speak(String language) {
            setup.settings().language(Locale.forLanguageTag(language));
            Messages.speak(setup.settings().language());
            build();
        }

        @Override
        public void resizeText(int pixels) {
            DesktopSettings settings = setup.settings();
            settings.fontSize(pixels == 0 ? TextSize.USUAL : settings.fontSize() + pixels);
            themes.scaleProperty().set(settings.fontSize() / TextSize.USUAL);
            build();
        }
    }

    /** Takes the theme over from the system, as long as the user wishes that. */
    private void followSystem() {
        model.watchSystemTheme(() -> setup.settings().look() == Look.SYSTEM, themes.themeProperty()::set);
    }

    /** Begins to look around and shows the window. */
    public void show(Stage stage) {
        start();
        stage.setTitle(Messages.text("app.name"));
        WindowIcons.on(stage);
        stage.setScene(scene);
        WindowPlace.restore(stage, setup.settings(), LEAST_WIDTH, LEAST_HEIGHT);
        stage.show();
    }

    /** Begins to look around, without a stage. */
    void start() {
        model.start();
        followSystem();
        model.files()
                .openAll(
                        remembered.files(),
                        remembered.front(),
                        remembered.places().keySet());
        setup.attachTo().forEach(pid -> model.attach(pid, setup.options()));
    }

    private void showFoot(@Nullable TabContent content) {
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
    }

    @FXML
    private void toggleTheme() {
        setup.settings().look(Look.of(themes.theme().other()));
        themes.themeProperty().set(themes.theme().other());
    }

    @FXML
    private void openFile() {
        desk.openFile();
    }

    @FXML
    private void openNotices() {
        noticeLog.open();
    }

    @FXML
    private void openPalette() {
        palette.open("");
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

    /** Does something by the name of its command. */
    public void command(String key) {
        commands.all().stream().filter(command -> command.key().equals(key)).forEach(Command::run);
    }

    /** Whether everything in the tab in front and in windows of tabs is there to be seen, sources included. */
    boolean settled() {
        return model.jvms().listedProperty().get() && tabContents.settled() && ownWindows.settled();
    }

    /** Takes the nodes out of the window that a tab has of its own, for a picture. */
    Region rootOf(WindowTab tab) {
        return ownWindows.rootOf(tab);
    }

    /** Lets go of everything without detaching and without remembering anything. */
    void release() {
        themes.forget(scene);
        ownWindows.close();
        tabContents.close();
        model.release();
    }

    /** Waits, after {@link #close()} and off the JavaFX thread, until all is detached; no longer than that. */
    void awaitDetached(Duration longest) throws InterruptedException {
        model.awaitDetached(longest);
    }

    /** Remembers the window, detaches from everything in the background. */
    @Override
    public void close() {
        WindowPlace.remember(scene, setup.settings());
        remembered.remember(model.allTabs(), model.selectedProperty().get());
        remembered.remember(ownWindows.places());
        setup.settings().save();
        ownWindows.close();
        tabContents.close();
        model.close();
    }
}
