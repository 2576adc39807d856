package org.heapline.views.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.collections.ObservableMap;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;
import org.heapline.profile.format.ReportFormat;
import org.heapline.views.hotlines.Segment;
import org.heapline.views.palette.Command;
import org.heapline.views.session.Measure;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.source.Editor;
import org.heapline.views.tab.TabActions;
import org.heapline.views.theme.Look;
import org.jspecify.annotations.Nullable;

/** All that the window can do, with the keys for it. Ctrl is Cmd on a Mac. */
final class WindowCommands {
    /** What the commands ask of the window itself. */
    interface Frame {
        void searchJvms();

        void openPalette(String text);

        void openNotices();

        void look(Look look);

        void speak(String language);

        /** Changes the size of the text by so many pixels; 0 for the usual size. */
        void resizeText(int pixels);
    }

    /** Moves a tab to a window of its own, and back. */
    static final KeyCombination MOVE = control(KeyCode.N);

    /** Closes a tab, or the window it has of its own. */
    static final KeyCombination CLOSE = control(KeyCode.W);

    private static final List<KeyCode> BY =
            List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5);

    private static final @Nullable KeyCombination NONE = null;

    private final WindowDesk desk;
    private final FrontTab front;
    private final Frame frame;
    private final List<Command> commands = new ArrayList<>();

    WindowCommands(WindowDesk desk, FrontTab front, Frame frame) {
        this.desk = desk;
        this.front = front;
        this.frame = frame;
        ofSession();
        ofText();
        ofWindow();
    }

    private void ofSession() {
        live("choose", control(KeyCode.P), desk::choose);
        live("hold", key(KeyCode.F6), session -> session.heldProperty()
                .set(!session.heldProperty().get()));
        any("snapshot", control(KeyCode.S), desk::save);
        live("gc", control(KeyCode.G), session -> session.requests().collect());
        live("reset", control(KeyCode.R), session -> session.requests().reset());
        live("resume", key(KeyCode.F5), session -> session.triggers().resume());
        live("limits", NONE, desk::limits);
        live("heapDump", NONE, desk::heapDump);
        live("detach", control(KeyCode.D), session -> session.requests().detach());
        any("compare", NONE, desk::compareOther);
        any("export.snapshot", NONE, desk::exportSnapshot);
        for (ReportFormat format : ReportFormat.values()) {
            any("export." + format.key(), NONE, session -> desk.export(session, format));
        }
        tab("chart.png", NONE, TabActions::saveChart);
        any("chart.svg", NONE, desk::saveDrawing);
        any("measure", control(KeyCode.M), WindowCommands::otherMeasure);
        any("wholeTime", NONE, session -> session.window().clear());
    }

    private static void otherMeasure(SessionViewModel session) {
        boolean self = session.measureProperty().get() == Measure.SELF;
        session.measureProperty().set(self ? Measure.INCREMENT : Measure.SELF);
    }

    private void ofText() {
        add("find", control(KeyCode.F), () -> front.actions().isPresent() || !front.apart(), () -> front.actions()
                .ifPresentOrElse(TabActions::find, frame::searchJvms));
        for (Segment segment : Segment.values()) {
            tab("by." + segment.key(), control(BY.get(segment.ordinal())), a -> a.showBy(segment));
        }
        tab("copy.text", NONE, a -> a.copyHotLines(false));
        tab("copy.csv", NONE, a -> a.copyHotLines(true));
        for (Editor editor : Editor.values()) {
            tab("open." + editor.name().toLowerCase(Locale.ROOT), NONE, a -> a.openIn(editor));
        }
        tab("searchHot", control(KeyCode.F, KeyCombination.SHIFT_DOWN), TabActions::searchHotLines);
        tab("nextHot", new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN), a -> a.jumpToHot(true));
        tab("previousHot", new KeyCodeCombination(KeyCode.UP, KeyCombination.ALT_DOWN), a -> a.jumpToHot(false));
        tab("followCall", control(KeyCode.B), TabActions::followCall);
        tab("back", new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN), a -> a.visit(true));
        tab("forward", new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.ALT_DOWN), a -> a.visit(false));
        tab("sourceFolders", NONE, TabActions::editSourceFolders);
        add("line", control(KeyCode.L), () -> front.actions().isPresent(), () -> frame.openPalette(":"));
    }

    private void ofWindow() {
        add("cancel", key(KeyCode.ESCAPE), () -> desk.canCancel(front.shown()), () -> desk.cancel(front.shown()));
        add("palette", control(KeyCode.K), () -> true, () -> frame.openPalette(""));
        add("openFile", control(KeyCode.O), () -> true, desk::openFile);
        add("notices", control(KeyCode.E), () -> true, frame::openNotices);
        add("searchJvms", control(KeyCode.J), () -> true, frame::searchJvms);
        commands.addAll(front.commands());
        add("light", NONE, () -> true, () -> frame.look(Look.LIGHT));
        add("dark", NONE, () -> true, () -> frame.look(Look.DARK));
        add("system", NONE, () -> true, () -> frame.look(Look.SYSTEM));
        add("larger", control(KeyCode.EQUALS), () -> true, () -> frame.resizeText(1));
        add("smaller", control(KeyCode.MINUS), () -> true, () -> frame.resizeText(-1));
        add("usualSize", control(KeyCode.DIGIT0), () -> true, () -> frame.resizeText(0));
        add("english", NONE, () -> true, () -> frame.speak("en"));
        add("german", NONE, () -> true, () -> frame.speak("de"));
    }

    private void add(String key, @Nullable KeyCombination keys, BooleanSupplier possible, Runnable action) {
        commands.add(new Command(key, keys, possible, action));
    }

    private void tab(String key, @Nullable KeyCombination keys, Consumer<TabActions> action) {
        add(key, keys, () -> front.actions().isPresent(), () -> front.actions().ifPresent(action));
    }

    private void live(String key, @Nullable KeyCombination keys, Consumer<SessionViewModel> action) {
        add(key, keys, () -> front().filter(SessionViewModel::isLive).isPresent(), () -> front().ifPresent(action));
    }

    private void any(String key, @Nullable KeyCombination keys, Consumer<SessionViewModel> action) {
        add(key, keys, () -> front().isPresent(), () -> front().ifPresent(action));
    }

    /** The session of the tab in front. */
    Optional<SessionViewModel> front() {
        return front.shown() instanceof WindowTab.OfSession shown ? Optional.of(shown.session()) : Optional.empty();
    }

    static KeyCombination control(KeyCode code, Modifier... more) {
        Modifier[] all = new Modifier[more.length + 1];
        System.arraycopy(more, 0, all, 1, more.length);
        all[0] = KeyCombination.SHORTCUT_DOWN;
        return new KeyCodeCombination(code, all);
    }

    private static KeyCombination key(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    /** All commands, in the order in which the palette lists them. */
    List<Command> all() {
        return List.copyOf(commands);
    }

    /** Makes Esc cancel in lists and tables too, which keep it for themselves; what lies above the pane keeps it as well. */
    void cancelIn(Node pane) {
        pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean kept = event.getTarget() instanceof ListView<?> || event.getTarget() instanceof TableView<?>;
            if (event.getCode() == KeyCode.ESCAPE && kept && desk.canCancel(front.shown())) {
                desk.cancel(front.shown());
                event.consume();
            }
        });
    }

    /** Makes the keys work. */
    void install(ObservableMap<KeyCombination, Runnable> accelerators) {
        for (Command command : commands) {
            KeyCombination keys = command.keys();
            if (keys != null) {
                accelerators.put(keys, command::run);
            }
        }
        // The plus of a keyboard's number pad.
        commands.stream()
                .filter(command -> command.key().equals("larger"))
                .forEach(command -> accelerators.put(control(KeyCode.ADD), command::run));
    }
}
