package org.heapline.views.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.heapline.client.MaxMem;
import org.heapline.client.trip.TripAction;
import org.heapline.profile.TimeRange;
import org.heapline.views.limits.LimitsDialog;
import org.heapline.views.limits.LimitsView;
import org.heapline.views.limits.LimitsViewModel;
import org.heapline.views.session.Notice;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Theme;

/** The screens and states of the window that a live session can show, for people to look at side by side. */
public final class Album {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double GAP = 8;

    private Album() {}

    /**
     * All pictures, in the order in which they are taken.
     *
     * @param before a saved snapshot to compare with
     */
    public static List<Shot> shots(Path before) {
        return List.of(
                Shot.of("welcome", Theme.LIGHT).alone(),
                Shot.of("welcome-dark", Theme.DARK).alone(),
                Shot.of("palette", Theme.LIGHT).after(window -> window.command("palette")),
                Shot.of("palette-dark", Theme.DARK).after(window -> window.command("palette")),
                Shot.of("range", Theme.LIGHT).after(session(Album::chooseRange)).when(window -> of(window)
                        .map(session -> session.window().rangeProperty().get() != null)
                        .orElse(false)),
                Shot.of("find-dark", Theme.DARK).after(Album::find),
                Shot.of("compared", Theme.LIGHT)
                        .after(window -> compare(window, before))
                        .when(Album::hasComparison),
                Shot.of("compared-dark", Theme.DARK)
                        .after(window -> compare(window, before))
                        .when(Album::hasComparison),
                Shot.of("side-by-side", Theme.LIGHT)
                        .after(window -> moveApart(window, before))
                        .when(window -> window.model().apart().size() == 2)
                        .of(Album::sideBySide),
                Shot.of("no-source", Theme.LIGHT).after(session(model -> model.selectedLineProperty()
                        .set(new SelectedLine("com.acme.Gone", "away", "com/acme/Gone.java", "", 1)))),
                Shot.of("german", Theme.LIGHT).after(window -> window.command("german")),
                Shot.of("large-text-dark", Theme.DARK).after(Album::enlarge),
                Shot.of("messages", Theme.LIGHT).after(Album::messages),
                Shot.of("scale-200", Theme.LIGHT).at(2),
                Shot.of("scale-250-dark", Theme.DARK).at(2.5),
                Shot.of("limits", Theme.LIGHT)
                        .after(session(Album::limit))
                        .when(Album::hasLimit)
                        .of(Album::limits),
                Shot.of("limits-dark", Theme.DARK).of(Album::limits));
    }

    /** A limit that the demo does not reach. */
    private static void limit(SessionViewModel session) {
        LimitsViewModel model = new LimitsViewModel(session);
        model.form().memoryProperty().set(MaxMem.Memory.HEAP);
        model.form().sizeProperty().set("95%");
        model.form().actions().of(TripAction.Kind.HISTOGRAM).set(true);
        model.apply();
    }

    private static boolean hasLimit(MainWindow window) {
        return of(window)
                .map(SessionViewModel::session)
                .map(live -> !live.maxMem().limits().isEmpty())
                .orElse(false);
    }

    private static Scene limits(MainWindow window) {
        LimitsViewModel model = new LimitsViewModel(of(window).orElseThrow());
        model.form().sizeProperty().set("256 MiB");
        DialogPane pane = LimitsDialog.pane(new LimitsView(model));
        Scene measured = new Scene(pane);
        window.themes().dress(measured);
        pane.applyCss();
        double width = Math.ceil(pane.prefWidth(-1));
        // Texts wrap: how high they are is only known for a width.
        double height = Math.ceil(pane.prefHeight(width));
        measured.setRoot(new Pane());
        window.themes().forget(measured);
        Scene fitting = new Scene(pane, width, height);
        window.themes().dress(fitting);
        return fitting;
    }

    private static boolean hasComparison(MainWindow window) {
        return window.model().selectedProperty().get() instanceof WindowTab.OfComparison;
    }

    private static Optional<SessionViewModel> of(MainWindow window) {
        return window.model().selectedProperty().get() instanceof WindowTab.OfSession shown
                ? Optional.of(shown.session())
                : Optional.empty();
    }

    private static Consumer<MainWindow> session(Consumer<SessionViewModel> action) {
        return window -> of(window).ifPresent(action);
    }

    private static void chooseRange(SessionViewModel session) {
        long end = session.snapshot().duration().toMillis();
        session.window().select(new TimeRange(end / 3, end / 2));
    }

    private static void find(MainWindow window) {
        window.command("find");
        if (window.scene().lookup("#find-query") instanceof TextField query) {
            query.setText("byte");
        }
    }

    private static void compare(MainWindow window, Path before) {
        of(window).ifPresent(session -> window.model().files().compare(before, session));
    }

    /** The saved snapshot and the session that goes on, each in a window of its own. */
    private static void moveApart(MainWindow window, Path before) {
        window.model().files().openSideBySide(List.of(before));
        window.model().moveApart(window.model().tabs().get(0));
    }

    /** Both windows as on a screen that they share. */
    private static Scene sideBySide(MainWindow window) {
        HBox screen = new HBox(GAP);
        screen.getStyleClass().add("windows");
        for (WindowTab tab : window.model().apart()) {
            Region root = window.rootOf(tab);
            root.setPrefSize((WIDTH - GAP) / 2, HEIGHT);
            screen.getChildren().add(0, root);
        }
        Scene scene = new Scene(screen, WIDTH, HEIGHT);
        window.themes().dress(scene);
        return scene;
    }

    private static void messages(MainWindow window) {
        of(window).ifPresent(session -> {
            session.noticeProperty().set(Notice.done(Messages.text("notice.saved", "demo before.heapline")));
            session.noticeProperty().set(Notice.failed(Messages.text("chart.range.empty")));
            session.noticeProperty().set(null);
        });
        window.command("notices");
    }

    private static void enlarge(MainWindow window) {
        for (int i = 0; i < 4; i++) {
            window.command("larger");
        }
    }
}
