package org.heapline.views.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.heapline.client.JvmProcess;
import org.heapline.client.MaxMem;
import org.heapline.client.Session;
import org.heapline.client.Session.OwnCost;
import org.heapline.profile.Backend;
import org.heapline.profile.Comparison;
import org.heapline.profile.Problem;
import org.heapline.protocol.Progress;
import org.heapline.views.fake.FakeAttacher;
import org.heapline.views.fake.FakePausedThread;
import org.heapline.views.fake.FakeSession;
import org.heapline.views.fake.Orders;
import org.heapline.views.fake.Shapes;
import org.heapline.views.fx.FxUpdates;
import org.heapline.views.jvms.JvmRow;
import org.heapline.views.session.Background;
import org.heapline.views.session.Notice;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.theme.Theme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Draws the main window into {@code target/looks}, in both themes. */
class WindowLookTest {
    private static final Path OUT = Path.of("target", "looks");

    @TempDir
    Path folder;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Files.createDirectories(OUT);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void empty(Theme theme) throws Exception {
        FakeAttacher machine = FakeAttacher.ordinary();
        machine.jvms = Stream.concat(
                        machine.jvms.stream(),
                        Stream.of(new JvmProcess(
                                7,
                                "shop.jar",
                                "25",
                                "anna",
                                Instant.now().minusSeconds(90),
                                false,
                                true,
                                null,
                                -1,
                                4711)))
                .toList();
        MainWindow window = window(machine, theme);
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(window::settled));
        onFx(() -> {
            for (JvmProcess jvm : machine.jvms) {
                for (int i = 0; i < 60 && jvm.attachable(); i++) {
                    JvmRow row = Objects.requireNonNull(window.model().jvms().row(jvm.pid()));
                    row.measured((100 + i * (jvm.pid() % 5 + 1) % 40) << 20);
                }
            }
            return true;
        });
        picture(window, "window-empty-" + theme.key());
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void live(Theme theme) throws Exception {
        FakeSession session = session();
        picture(attached(session, theme), "window-live-" + theme.key());
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void largeText(Theme theme) throws Exception {
        MainWindow window = attached(session(), theme);
        onFx(() -> {
            for (int i = 0; i < 4; i++) {
                window.command("larger");
            }
            return true;
        });
        picture(window, "window-large-" + theme.key());
    }

    @ParameterizedTest
    @ValueSource(ints = {960, 1180, 1280, 1440, 1800})
    void nothingOfTheToolbarIsCutAndNoTableScrollsSideways(int width) throws Exception {
        MainWindow window = attached(session(), Theme.LIGHT, width);
        Region bar = onFx(() -> {
            window.scene().snapshot(null);
            window.scene().snapshot(null);
            return (Region) window.scene().lookup(".bar");
        });
        double end = onFx(() -> bar.getChildrenUnmodifiable().stream()
                .filter(Node::isManaged)
                .mapToDouble(node -> node.localToScene(node.getLayoutBounds()).getMaxX())
                .max()
                .orElseThrow());
        assertTrue(end <= width, end + " of " + width);
        for (String tool : List.of("#gc-button", "#detach-button", "#snapshot-button")) {
            Labeled button = (Labeled) bar.lookup(tool);
            assertTrue(!button.isManaged() || button.getWidth() >= button.prefWidth(-1), tool);
        }
        boolean sideways = onFx(() -> window.scene().lookup("#hot-lines").lookupAll(".scroll-bar").stream()
                .anyMatch(node -> node instanceof ScrollBar scroll
                        && scroll.getOrientation() == Orientation.HORIZONTAL
                        && scroll.isVisible()));
        assertFalse(sideways, "hot lines scroll sideways");
        picture(window, "window-" + width);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void working(Theme theme) throws Exception {
        FakeSession session = session();
        session.progress = new Progress(1, true, 310, 1200, 40, 124, 900);
        MainWindow window = attached(session, theme);
        onFx(() -> {
            front(window).noticeProperty().set(Notice.done("Saved as orders-service 2026-03-02 10.14.41.heapline"));
            return true;
        });
        picture(window, "window-working-" + theme.key());
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void stopped(Theme theme) throws Exception {
        FakeSession session = session();
        session.pausedThread = new FakePausedThread(Orders.trip(), true);
        picture(attached(session, theme), "window-stopped-" + theme.key());
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void lost(Theme theme) throws Exception {
        FakeSession session = session();
        MainWindow window = attached(session, theme);
        session.state = Session.State.LOST;
        session.poll();
        picture(window, "window-lost-" + theme.key());
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void compared(Theme theme) throws Exception {
        MainWindow window = window(FakeAttacher.ordinary(), theme);
        FakeSession session = session();
        onFx(() -> {
            window.model()
                    .tabs()
                    .add(new WindowTab.OfComparison(
                            "orders before fix → orders-service",
                            Comparison.of(
                                    Shapes.orders(Duration.ofSeconds(20), Orders.methods(1.7), null),
                                    session.snapshot()),
                            List.of(),
                            new Background(Runnable::run, FxUpdates.javaFx())));
            return true;
        });
        picture(window, "window-compared-" + theme.key());
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aTabInAWindowOfItsOwnWearsTheSameTheme(Theme theme) throws Exception {
        MainWindow window = attached(session(), theme);
        Set<Window> before = onFx(() -> Set.copyOf(Window.getWindows()));
        onFx(() -> {
            window.model().moveApart(window.model().tabs().get(0));
            return true;
        });
        Stage own = onFx(() -> (Stage) Window.getWindows().stream()
                .filter(shown -> !before.contains(shown))
                .findFirst()
                .orElseThrow());
        assertTrue(own.getTitle().startsWith("orders-service"), own.getTitle());
        onFx(() -> {
            window.command("german");
            window.themes().themeProperty().set(theme.other());
            window.themes().themeProperty().set(theme);
            own.setWidth(640);
            return true;
        });
        assertTrue(onFx(() ->
                own.getScene().lookup("#move-back-button").getAccessibleText().startsWith("Zur")));
        draw(own.getScene(), "window-own-" + theme.key());
        onFx(() -> {
            window.command("english");
            window.close();
            return true;
        });
        assertFalse(onFx(own::isShowing));
    }

    private static FakeSession session() {
        FakeSession session = new FakeSession();
        session.cost = new OwnCost(3_250_000, 1_000_000, 0.008);
        session.limit = new MaxMem.Limit(512L << 20, MaxMem.Memory.LIVE, MaxMem.Action.AUTO);
        session.progress = new Progress(1, false, 124, 124, 40, 124, 900);
        session.want(List.of("com.acme.orders.**"), Backend.ALLOCATED, false);
        session.measure(Shapes.orders(
                Duration.ofSeconds(161),
                Orders.methods(1),
                null,
                new Problem("com.acme.orders.Native#poll", "is native: it has no lines")));
        return session;
    }

    private MainWindow attached(FakeSession session, Theme theme) throws Exception {
        return attached(session, theme, 1440);
    }

    private MainWindow attached(FakeSession session, Theme theme, int width) throws Exception {
        MainWindow window = window(FakeAttacher.ordinary(), theme, width);
        onFx(() -> {
            window.model().show(session);
            SelectedLine hottest = new SelectedLine(Orders.CACHE, "remember", Orders.FILE, "", 32);
            front(window).selectedLineProperty().set(hottest);
            return true;
        });
        for (int i = 0; i < 40; i++) {
            session.measure(Shapes.orders(
                    Duration.ofSeconds(161),
                    Orders.methods(1 + i * 0.01),
                    null,
                    session.snapshot().problems().get(0)));
            WaitForAsyncUtils.waitForFxEvents();
        }
        return window;
    }

    private static SessionViewModel front(MainWindow window) {
        return ((WindowTab.OfSession) window.model().selectedProperty().get()).session();
    }

    private MainWindow window(FakeAttacher machine, Theme theme) throws Exception {
        return window(machine, theme, 1440);
    }

    private MainWindow window(FakeAttacher machine, Theme theme, int width) throws Exception {
        return onFx(() -> {
            DesktopSettings settings = DesktopSettings.in(folder);
            settings.theme(theme);
            settings.size(width, 900);
            MainWindow window = new MainWindow(DesktopSetup.plain(machine, settings));
            window.start();
            return window;
        });
    }

    private static void picture(MainWindow window, String name) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(window::settled));
        draw(window.scene(), name);
        onFx(() -> {
            window.close();
            return true;
        });
    }

    private static void draw(Scene scene, String name) throws Exception {
        Path png = OUT.resolve(name + ".png");
        WritableImage image = onFx(() -> {
            scene.snapshot(null);
            scene.snapshot(null);
            return scene.snapshot(null);
        });
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", png.toFile());
        assertTrue(Files.size(png) > 10_000, "nothing was drawn");
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(60, TimeUnit.SECONDS);
    }
}
