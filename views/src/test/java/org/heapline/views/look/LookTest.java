package org.heapline.views.look;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.heapline.client.MaxMem;
import org.heapline.client.trip.TripAction.Kind;
import org.heapline.profile.Backend;
import org.heapline.protocol.RunningFrame;
import org.heapline.views.fake.FakePausedThread;
import org.heapline.views.fake.FakeSession;
import org.heapline.views.fake.Orders;
import org.heapline.views.fx.FxUpdates;
import org.heapline.views.hotlines.HotLinesView;
import org.heapline.views.hotlines.HotLinesViewModel;
import org.heapline.views.limits.LimitForm;
import org.heapline.views.limits.LimitsDialog;
import org.heapline.views.limits.LimitsView;
import org.heapline.views.limits.LimitsViewModel;
import org.heapline.views.paused.BannerView;
import org.heapline.views.paused.PausedView;
import org.heapline.views.paused.PausedViewModel;
import org.heapline.views.picker.PickerView;
import org.heapline.views.picker.PickerViewModel;
import org.heapline.views.running.RunningQuestion;
import org.heapline.views.running.RunningView;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.settings.Preferences;
import org.heapline.views.source.SourceFolders;
import org.heapline.views.source.SourceLookup;
import org.heapline.views.source.SourceState;
import org.heapline.views.source.SourceText;
import org.heapline.views.source.SourceView;
import org.heapline.views.source.SourceViewModel;
import org.heapline.views.source.StoppedLineLinks;
import org.heapline.views.theme.Theme;
import org.heapline.views.theme.Themes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Draws the views of a session into {@code target/looks}, in both themes and in each of their states. */
class LookTest {
    private static final Path OUT = Path.of("target", "looks");

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Files.createDirectories(OUT);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void sourceAndHotLines(Theme theme) throws Exception {
        FakeSession session = new FakeSession();
        Path picture = draw(theme, "live", () -> split(session, found(Orders.cacheSource(), false), select(session)));
        assertTrue(Files.size(picture) > 10_000, "nothing was drawn");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void decompiled(Theme theme) throws Exception {
        FakeSession session = new FakeSession();
        Path picture =
                draw(theme, "decompiled", () -> split(session, found(Orders.cacheSource(), true), select(session)));
        assertTrue(Files.size(picture) > 10_000, "nothing was drawn");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void notFound(Theme theme) throws Exception {
        FakeSession session = new FakeSession();
        SourceState missing = new SourceState.NotFound(
                Orders.CACHE,
                List.of(
                        "/srv/orders.jar: no sources in it",
                        "/srv/orders-sources.jar: does not exist",
                        "~/.m2/repository: no orders-sources.jar",
                        "/srv/app/src/main/java: no com/acme/orders/OrderCache.java",
                        "class file: the target cannot find it, so it cannot be decompiled"));
        Path picture = draw(theme, "not-found", () -> split(session, missing, select(session)));
        assertTrue(Files.size(picture) > 10_000, "nothing was drawn");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void running(Theme theme) throws Exception {
        RunningQuestion question = new RunningQuestion(
                "orders-service",
                List.of(
                        new RunningFrame("com.acme.orders.OrderServer", "main", 31, "main"),
                        new RunningFrame("com.acme.orders.net.Acceptor", "run", 58, "acceptor-1"),
                        new RunningFrame("com.acme.orders.net.Acceptor", "run", 58, "acceptor-2"),
                        new RunningFrame(
                                "com.acme.orders.replication.ReplicationCoordinatorFactory$ReplicationCoordinator",
                                "lambda$followTheLeaderUntilStopped$4",
                                212,
                                "replication")),
                () -> {},
                () -> {});
        Path picture = draw(theme, "running", () -> new RunningView(question).root());
        assertTrue(Files.size(picture) > 5_000, "nothing was drawn");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void empty(Theme theme) throws Exception {
        FakeSession session = new FakeSession();
        Path picture = draw(theme, "empty", () -> split(session, new SourceState.Nothing(), model -> {}));
        assertTrue(Files.size(picture) > 5_000, "nothing was drawn");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void stoppedInTheDebugger(Theme theme) throws Exception {
        FakeSession session = new FakeSession();
        session.pausedThread = new FakePausedThread(Orders.trip(), true);
        Path picture = draw(theme, "paused", () -> split(session, found(Orders.cacheSource(), false), select(session)));
        assertTrue(Files.size(picture) > 10_000, "nothing was drawn");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void handedOver(Theme theme) throws Exception {
        FakeSession session = new FakeSession();
        FakePausedThread thread = new FakePausedThread(Orders.trip(), true);
        thread.handOver();
        session.pausedThread = thread;
        Path picture =
                draw(theme, "handed-over", () -> split(session, found(Orders.cacheSource(), false), select(session)));
        assertTrue(Files.size(picture) > 10_000, "nothing was drawn");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void methodOfferedUnderThePointer(Theme theme) throws Exception {
        FakeSession session = new FakeSession();
        session.want(List.of(Orders.CACHE + "#remember"), Backend.ALLOCATED, false);
        Path picture = draw(
                theme,
                "offered",
                () -> split(session, found(Orders.cacheSource(), false), select(session)),
                scene -> scene.getRoot().lookupAll(".list-cell").stream()
                        .filter(cell -> cell instanceof ListCell<?> list && list.getIndex() == 22)
                        .forEach(LookTest::point));
        assertTrue(Files.size(picture) > 10_000, "nothing was drawn");
    }

    private static void point(Node cell) {
        Event.fireEvent(
                cell,
                new MouseEvent(
                        MouseEvent.MOUSE_MOVED,
                        60,
                        8,
                        60,
                        8,
                        MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void picker(Theme theme) throws Exception {
        FakeSession session = new FakeSession();
        session.classes.addAll(List.of(
                "com.acme.orders.OrderCache",
                "com.acme.orders.OrderCache$Entry",
                "com.acme.orders.OrderService",
                "com.acme.json.OrderJson",
                "io.javalin.http.Handler"));
        session.methodsByClass.put(
                Orders.CACHE,
                List.of("<init>(Lcom/acme/Json;)V", "remember(LOrder;)[B", "since(LT;)LL;", "lambda$a$0()V"));
        session.want(
                List.of("com.acme.json.*", "com.acme.orders.OrderCache#remember", "@Profile"),
                Backend.ALLOCATED,
                false);
        Path picture = draw(theme, "picker", () -> {
            PickerViewModel model =
                    new PickerViewModel(SessionViewModel.live(session, FxUpdates.by(Runnable::run), Runnable::run));
            PickerView view = new PickerView(model);
            model.patternProperty().set("com.acme.Ordrs#");
            Parent root = view.root();
            TreeView<?> tree = (TreeView<?>) root.lookup("#picker-tree");
            tree.getRoot().getChildren().get(0).getChildren().get(0).setExpanded(true);
            return root;
        });
        assertTrue(Files.size(picture) > 10_000, "nothing was drawn");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void limits(Theme theme) throws Exception {
        FakeSession session = new FakeSession();
        Path picture = draw(theme, "limits", () -> {
            SessionViewModel shared = SessionViewModel.live(session, FxUpdates.by(Runnable::run), Runnable::run);
            LimitsViewModel model = new LimitsViewModel(shared);
            LimitForm form = model.form();
            form.sizeProperty().set("80%");
            form.actions().of(Kind.SNAPSHOT).set(true);
            form.actions().of(Kind.DUMP).set(true);
            form.actions().liveProperty().set(true);
            form.actions().compressedProperty().set(true);
            form.rearmProperty().set(true);
            model.apply();
            form.actions().of(Kind.DUMP).set(false);
            form.memoryProperty().set(MaxMem.Memory.CALL);
            form.sizeProperty().set("256 MiB");
            model.apply();
            model.arm(model.rows().get(1), false);
            form.memoryProperty().set(MaxMem.Memory.RATE);
            form.sizeProperty().set("64 MiB/min");
            form.minutesProperty().set("soon");
            form.rearmProperty().set(false);
            model.apply();
            return LimitsDialog.pane(new LimitsView(model));
        });
        assertTrue(Files.size(picture) > 10_000, "nothing was drawn");
    }

    private static SourceState found(String text, boolean decompiled) {
        String origin = decompiled ? "decompiled by Vineflower: line numbers mapped" : "orders-sources.jar";
        return new SourceState.Shown(SourceText.of(origin, "/srv/orders", decompiled, text));
    }

    private static Consumer<SessionViewModel> select(FakeSession session) {
        return model -> {
            session.measure(100_000, Orders.methods(0.9));
            session.measure(105_000, Orders.methods(0.97));
            session.measure(107_000, Orders.methods(1));
            model.selectedLineProperty().set(SelectedLine.of(Orders.methods(1).get(0), 32));
        };
    }

    private static Parent split(FakeSession session, SourceState state, Consumer<SessionViewModel> then) {
        SessionViewModel model = SessionViewModel.live(session, FxUpdates.by(Runnable::run), Runnable::run);
        SourceLookup lookup = new SourceLookup() {
            @Override
            public SourceState find(SelectedLine place) {
                return state;
            }

            @Override
            public SourceFolders folders() {
                return new SourceFolders(new Preferences());
            }
        };
        HotLinesView hot = new HotLinesView(new HotLinesViewModel(model), () -> {});
        SourceViewModel sourceModel = new SourceViewModel(model, lookup);
        SourceView source = new SourceView(sourceModel);
        PausedViewModel paused = new PausedViewModel(model);
        sourceModel.follow(paused);
        source.setBanner(
                new BannerView(paused, () -> {}, new StoppedLineLinks(model, sourceModel, paused).all()).root());
        then.accept(model);
        Parent left = session.pausedThread == null ? hot.root() : new PausedView(paused).root();
        SplitPane split = new SplitPane(left, source.root());
        split.setDividerPositions(404.0 / 1176);
        return split;
    }

    /** Shows what is made, draws it once it is laid out, and gives the picture's file. */
    static Path draw(Theme theme, String name, Supplier<Parent> make) throws Exception {
        return draw(theme, name, make, scene -> {});
    }

    private static Path draw(Theme theme, String name, Supplier<Parent> make, Consumer<Scene> then) throws Exception {
        Path file = OUT.resolve(name + "-" + theme.key() + ".png");
        CompletableFuture<Stage> shown = onFx(() -> {
            Scene scene = new Scene(make.get(), 1176, 560);
            new Themes(theme).dress(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            return stage;
        });
        Stage stage = shown.get(60, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents(8);
        onFx(() -> {
                    then.accept(stage.getScene());
                    return stage;
                })
                .get(60, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents(4);
        onFx(() -> {
                    WritableImage image = stage.getScene().snapshot(null);
                    try {
                        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    stage.close();
                    return stage;
                })
                .get(60, TimeUnit.SECONDS);
        return file;
    }

    private static <T> CompletableFuture<T> onFx(Supplier<T> action) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(action.get());
            } catch (Throwable failure) {
                done.completeExceptionally(failure);
            }
        });
        return done;
    }
}
