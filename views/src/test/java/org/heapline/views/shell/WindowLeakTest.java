package org.heapline.views.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.scene.Parent;
import org.heapline.views.fake.FakeAttacher;
import org.heapline.views.fake.FakeSession;
import org.heapline.views.fake.Orders;
import org.heapline.views.fake.Shapes;
import org.heapline.views.session.SessionViewModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A tab that is closed leaves nothing behind. */
class WindowLeakTest {
    private static final int TABS = 12;

    @TempDir
    Path folder;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void closedTabsAreForgotten() throws Exception {
        areForgotten(MainViewModel::close);
    }

    @Test
    void tabsWithWindowsOfTheirOwnAreForgotten() throws Exception {
        areForgotten((model, tab) -> {
            model.moveApart(tab);
            model.moveBack(tab);
            model.moveApart(tab);
            model.close(tab);
        });
    }

    @Test
    void nodesThatWereMadeAnewLetTheOldOnesGo() throws Exception {
        MainWindow window = window();
        FakeSession session = new FakeSession();
        session.measure(Shapes.orders(Duration.ofSeconds(20), Orders.methods(1), null));
        onFx(() -> {
            window.model().show(session);
            return true;
        });
        List<WeakReference<Parent>> old = new ArrayList<>();
        for (int i = 0; i < TABS; i++) {
            old.add(onFx(() -> madeAnew(window)));
            session.poll();
            WaitForAsyncUtils.waitForFxEvents();
        }
        areGone(old.subList(0, TABS - 2));
        onFx(() -> {
            window.close();
            return true;
        });
    }

    private static WeakReference<Parent> madeAnew(MainWindow window) {
        window.scene().snapshot(null);
        WeakReference<Parent> old = new WeakReference<>(window.scene().getRoot());
        window.command("usualSize");
        return old;
    }

    private MainWindow window() throws Exception {
        return onFx(() -> {
            MainWindow made = new MainWindow(DesktopSetup.plain(FakeAttacher.ordinary(), DesktopSettings.in(folder)));
            made.start();
            return made;
        });
    }

    private static void areGone(List<? extends WeakReference<?>> old) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> {
            System.gc();
            WaitForAsyncUtils.waitForFxEvents();
            return old.stream().allMatch(each -> each.get() == null);
        });
        assertTrue(old.stream().allMatch(each -> each.get() == null));
    }

    private void areForgotten(BiConsumer<MainViewModel, WindowTab> close) throws Exception {
        MainWindow window = window();
        List<WeakReference<SessionViewModel>> closed = new ArrayList<>();
        for (int i = 0; i < TABS; i++) {
            closed.add(onFx(() -> openAndClose(window, close)));
            WaitForAsyncUtils.waitForFxEvents();
        }
        // The last tab may still be held by what was drawn last.
        areGone(closed.subList(0, TABS - 2));
        onFx(() -> {
            window.close();
            return true;
        });
    }

    private static WeakReference<SessionViewModel> openAndClose(
            MainWindow window, BiConsumer<MainViewModel, WindowTab> close) {
        FakeSession session = new FakeSession();
        session.measure(Shapes.orders(Duration.ofSeconds(20), Orders.methods(1), null));
        window.model().show(session);
        WindowTab.OfSession tab = (WindowTab.OfSession) window.model().tabs().get(0);
        window.scene().snapshot(null);
        close.accept(window.model(), tab);
        return new WeakReference<>(tab.session());
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(60, TimeUnit.SECONDS);
    }
}
