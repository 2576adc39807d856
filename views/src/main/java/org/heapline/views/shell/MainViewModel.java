package org.heapline.views.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.heapline.client.Attacher;
import org.heapline.client.JvmProcess;
import org.heapline.client.Running;
import org.heapline.client.Session;
import org.heapline.profile.Snapshot;
import org.heapline.protocol.RunningFrame;
import org.heapline.views.fx.FxUpdates;
import org.heapline.views.jvms.JvmListViewModel;
import org.heapline.views.jvms.JvmRow;
import org.heapline.views.notices.NoticeLog;
import org.heapline.views.running.RunningQuestion;
import org.heapline.views.session.Background;
import org.heapline.views.session.Notice;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.settings.RecentTargets;
import org.heapline.views.snapshots.SnapshotListViewModel;
import org.heapline.views.snapshots.SnapshotShelf;
import org.heapline.views.theme.SystemTheme;
import org.heapline.views.theme.Theme;
import org.jspecify.annotations.Nullable;

/** What the main window does: attach, open, compare, close. To be used on the JavaFX thread. */
public final class MainViewModel implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(MainViewModel.class.getName());

    private static final long SYSTEM_THEME_SECONDS = 5;

    private final Attacher attacher;
    private final FxUpdates fx;
    private final RecentTargets recent;
    private final Workers workers = new Workers();
    private final JvmListViewModel jvms;
    private final SnapshotListViewModel snapshots;
    private final SnapshotShelf shelf;
    private final Attachments attachments;
    private @Nullable ScheduledFuture<?> systemTheme;
    private final OpenTabs tabs = new OpenTabs();
    private final Background background;
    private final OpenFiles files;

    private final ReadOnlyBooleanWrapper tripped = new ReadOnlyBooleanWrapper();
    private final NoticeLog notices = new NoticeLog(Clock.systemUTC());
    private final ReadOnlyObjectWrapper<@Nullable RunningQuestion> question = new ReadOnlyObjectWrapper<>();

    /** @param recent what was last profiled in each program: it is asked for again */
    public MainViewModel(Attacher attacher, Path snapshotsFolder, RecentTargets recent, FxUpdates fx) {
        this.attacher = attacher;
        this.fx = fx;
        this.recent = recent;
        jvms = new JvmListViewModel(attacher, fx, Clock.systemUTC());
        snapshots = new SnapshotListViewModel(snapshotsFolder, fx);
        shelf = new SnapshotShelf(snapshotsFolder);
        background = background("");
        attachments = new Attachments(attacher, fx, workers.commands(), jvms, background.doings());
        files = new OpenFiles(tabs, shelf, background, new Opened());
    }

    /** Begins to look around: JVMs and snapshots. */
    public void start() {
        jvms.start(workers.lookouts());
        snapshots.start(workers.lookouts());
    }

    /**
     * Asks the system every few seconds whether it is light or dark.
     *
     * @param wished whether that is still wished for
     * @param then is told on the JavaFX thread, if the system tells
     */
    void watchSystemTheme(BooleanSupplier wished, Consumer<Theme> then) {
        ScheduledFuture<?> before = systemTheme;
        if (before != null) {
            before.cancel(false);
        }
        systemTheme = workers.lookouts()
                .scheduleWithFixedDelay(
                        () -> {
                            if (wished.getAsBoolean()) {
                                SystemTheme.ask()
                                        .ifPresent(theme -> fx.later(() -> {
                                            if (wished.getAsBoolean()) {
                                                then.accept(theme);
                                            }
                                        }));
                            }
                        },
                        0,
                        SYSTEM_THEME_SECONDS,
                        TimeUnit.SECONDS);
    }

    /** Attaches to the JVM of a row, or shows its session. */
    public void open(JvmRow row) {
        JvmProcess jvm = row.process();
        WindowTab open = tabs.ofProcess(jvm.pid());
        if (open != null) {
            tabs.raise(open);
        } else {
            // Also where the row says why not: that was a while ago, and attaching looks anew and says why.
            attach(jvm.pid(), asLast(jvm));
        }
    }

    /** The program's own classes, or what was chosen for the same program the last time. */
    private Attacher.Options asLast(JvmProcess jvm) {
        Attacher.Options usual = Attacher.Options.defaults();
        return new Attacher.Options(
                recent.patterns(jvm.name(), folderOf(jvm.pid())),
                usual.backend(),
                usual.includeChildren(),
                usual.interval());
    }

    private @Nullable Path folderOf(long pid) {
        return attacher.workingFolder(pid).orElse(null);
    }

    /** Attaches to a JVM in the background and opens a tab; a failure becomes the notice and stands on the row. */
    public void attach(long pid, Attacher.Options options) {
        noticeProperty().set(null);
        attachments.attach(
                pid,
                options,
                this::show,
                reason -> noticeProperty().set(Notice.failed(reason)),
                running -> ask(pid, options, running));
    }

    private void ask(long pid, Attacher.Options options, List<RunningFrame> running) {
        JvmRow row = jvms.row(pid);
        question.set(new RunningQuestion(
                row == null ? Long.toString(pid) : row.process().name(),
                running,
                () -> attach(pid, options.with(Running.FORCE)),
                () -> attach(pid, options.with(Running.LEAVE_OUT))));
    }

    /** Gives up a running attach. */
    public void cancel(JvmRow row) {
        attachments.cancel(row.pid());
    }

    /** Opens a tab for a session that is attached already. */
    public void show(Session session) {
        SessionViewModel model = SessionViewModel.live(session, fx, workers.commands());
        JvmProcess jvm = session.process();
        attachments.follow(model, jvm.pid());
        Path folder = folderOf(jvm.pid());
        model.wantedProperty().addListener((property, was, is) -> recent.remember(jvm.name(), folder, is));
        model.triggers().writeTo(shelf.folder());
        model.triggers().exitProperty().addListener(changed -> tripped.set(true));
        notices.follow(model.title(), model.noticeProperty());
        tabs.add(new WindowTab.OfSession(model));
    }

    /** Works in the name of a part of the window; its notices are kept. */
    private Background background(String title) {
        Background made = new Background(workers.commands(), fx);
        notices.follow(title, made.noticeProperty());
        return made;
    }

    /** What is over, as files have it. */
    private final class Opened implements OpenFiles.Maker {
        @Override
        public SessionViewModel session(String name, Snapshot snapshot) {
            SessionViewModel model = SessionViewModel.saved(name, snapshot, fx, workers.commands());
            notices.follow(model.title(), model.noticeProperty());
            return model;
        }

        @Override
        public Background background(String title) {
            return MainViewModel.this.background(title);
        }
    }

    /** Opens snapshots and comparisons. */
    OpenFiles files() {
        return files;
    }

    /** Does what takes a while and belongs to no tab. */
    Background background() {
        return background;
    }

    /** Becomes true when a limit asks for Heapline's end. */
    public ReadOnlyBooleanProperty trippedProperty() {
        return tripped.getReadOnlyProperty();
    }

    /** Closes a tab; a live session is detached in the background. */
    public void close(WindowTab tab) {
        tabs.remove(tab);
        if (tab instanceof WindowTab.OfSession shown) {
            shown.session().close();
        }
    }

    /** Moves a tab to a window of its own. */
    public void moveApart(WindowTab tab) {
        tabs.moveApart(tab);
    }

    /** Moves what has a window of its own back among the tabs. */
    public void moveBack(WindowTab tab) {
        tabs.moveBack(tab);
    }

    /** Closes the window that a tab has of its own: a session comes back among the tabs, what is saved is closed. */
    public void leave(WindowTab tab) {
        if (tab instanceof WindowTab.OfSession shown && shown.file() == null) {
            moveBack(tab);
        } else {
            close(tab);
        }
    }

    public JvmListViewModel jvms() {
        return jvms;
    }

    public SnapshotListViewModel snapshots() {
        return snapshots;
    }

    /** Where snapshots are saved and read. */
    public SnapshotShelf shelf() {
        return shelf;
    }

    /** The tabs of the main window, in the order of opening. */
    public ObservableList<WindowTab> tabs() {
        return tabs.docked();
    }

    /** Those in windows of their own. */
    public ObservableList<WindowTab> apart() {
        return tabs.apart();
    }

    /** All that is open, the tabs of the main window first. */
    List<WindowTab> allTabs() {
        return tabs.all();
    }

    /** What was asked for this moment: its window comes to the front; null in between. */
    ReadOnlyObjectProperty<@Nullable WindowTab> raisedProperty() {
        return tabs.raisedProperty();
    }

    /** What is put side by side this moment, from left to right; empty in between. */
    ReadOnlyObjectProperty<List<WindowTab>> tiledProperty() {
        return tabs.tiledProperty();
    }

    /** The tab in front in the main window, or null. */
    public ObjectProperty<@Nullable WindowTab> selectedProperty() {
        return tabs.selectedProperty();
    }

    /** The last notice of the window itself, or null. */
    public ObjectProperty<@Nullable Notice> noticeProperty() {
        return background.noticeProperty();
    }

    /** All that was said. */
    public NoticeLog notices() {
        return notices;
    }

    /** The last question about running methods, or null. */
    public ReadOnlyObjectProperty<@Nullable RunningQuestion> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** Stops looking around and following; the sessions themselves go on. */
    public void release() {
        jvms.close();
        snapshots.close();
        for (WindowTab tab : tabs.all()) {
            if (tab instanceof WindowTab.OfSession shown) {
                shown.session().release();
            }
        }
        workers.close();
    }

    /** Detaches from everything and stops looking around. */
    @Override
    public void close() {
        jvms.close();
        snapshots.close();
        for (WindowTab tab : tabs.all()) {
            close(tab);
        }
        workers.close();
    }

    /** Waits until what {@link #close()} began is done; no longer than that. */
    void awaitDetached(Duration longest) throws InterruptedException {
        if (!workers.commands().awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.log(System.Logger.Level.INFO, "A target does not answer; its agent leaves by itself within 10 s");
        }
    }
}
