package org.heapline.views.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import org.heapline.client.AttachException;
import org.heapline.client.Attacher;
import org.heapline.client.RunningFramesException;
import org.heapline.client.Session;
import org.heapline.profile.TimelineSample;
import org.heapline.protocol.RunningFrame;
import org.heapline.views.fx.FxUpdates;
import org.heapline.views.jvms.JvmListViewModel;
import org.heapline.views.jvms.JvmRow;
import org.heapline.views.jvms.JvmRow.Link;
import org.heapline.views.session.Doings;
import org.heapline.views.session.Errand;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** Attaching from the list: progress, cancel and failure on the row of the JVM. To be used on the JavaFX thread. */
final class Attachments {
    private static final System.Logger LOG = System.getLogger(Attachments.class.getName());

    private final Attacher attacher;
    private final FxUpdates fx;
    private final ExecutorService commands;
    private final JvmListViewModel jvms;
    private final Doings doings;
    private final Map<Long, Attempt> running = new HashMap<>();

    /** @param doings tells in the window what is going on */
    Attachments(Attacher attacher, FxUpdates fx, ExecutorService commands, JvmListViewModel jvms, Doings doings) {
        this.doings = doings;
        this.attacher = attacher;
        this.fx = fx;
        this.commands = commands;
        this.jvms = jvms;
    }

    /** One try to attach. A cancelled one that succeeds all the same is closed at once. */
    private static final class Attempt {
        private final Doings.Entry told;
        private boolean cancelled;
        private @Nullable Future<?> work;

        Attempt(Doings.Entry told) {
            this.told = told;
        }
    }

    /**
     * Attaches in the background.
     *
     * @param attached gets the session
     * @param failed gets one line with target, reason and next step
     * @param asked gets the frames about which the user has to decide before anything is done
     */
    void attach(
            long pid,
            Attacher.Options options,
            Consumer<Session> attached,
            Consumer<String> failed,
            Consumer<List<RunningFrame>> asked) {
        if (running.containsKey(pid)) {
            return;
        }
        JvmRow row = jvms.row(pid);
        String name = row == null ? Long.toString(pid) : row.process().name();
        Attempt attempt =
                new Attempt(doings.begin(Errand.reading(Messages.text("work.attach", name)), () -> cancel(pid)));
        running.put(pid, attempt);
        mark(pid, Link.ATTACHING, "");
        attempt.work = commands.submit(() -> {
            try {
                Session session = attacher.attach(pid, options);
                fx.later(() -> succeeded(pid, attempt, session, attached));
            } catch (RunningFramesException e) {
                fx.later(() -> failed(pid, attempt, "", none -> asked.accept(e.frames())));
            } catch (AttachException e) {
                fx.later(() -> failed(pid, attempt, String.valueOf(e.getMessage()), failed));
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "Attaching to " + pid + " failed", e);
                fx.later(() -> failed(pid, attempt, String.valueOf(e.getMessage()), failed));
            }
        });
    }

    private void succeeded(long pid, Attempt attempt, Session session, Consumer<Session> attached) {
        if (attempt.cancelled) {
            commands.execute(session::close);
            return;
        }
        running.remove(pid);
        attempt.told.end();
        mark(pid, Link.ATTACHED, "");
        attached.accept(session);
    }

    private void failed(long pid, Attempt attempt, String reason, Consumer<String> failed) {
        if (attempt.cancelled) {
            return;
        }
        running.remove(pid);
        attempt.told.end();
        mark(pid, Link.NONE, reason);
        failed.accept(reason);
    }

    /** Gives up a running attach. */
    void cancel(long pid) {
        Attempt attempt = running.remove(pid);
        if (attempt != null) {
            attempt.cancelled = true;
            attempt.told.end();
            Future<?> work = attempt.work;
            if (work != null) {
                work.cancel(true);
            }
            mark(pid, Link.NONE, "");
        }
    }

    /** Shows on the row of a JVM that it has a session, and its heap, until the session ends. */
    void follow(SessionViewModel model, long pid) {
        InvalidationListener samples = changed -> {
            JvmRow row = jvms.row(pid);
            TimelineSample sample = model.latestProperty().get();
            if (row != null && sample != null) {
                row.linkProperty().set(Link.ATTACHED);
                row.measured(sample.heapUsed());
            }
        };
        JvmRow listed = jvms.row(pid);
        if (listed != null) {
            listed.linkProperty().set(Link.ATTACHED);
            model.snapshot().timeline().forEach(sample -> listed.measured(sample.heapUsed()));
        }
        model.latestProperty().addListener(samples);
        model.stateProperty().addListener((property, was, is) -> {
            if (!model.isLive()) {
                model.latestProperty().removeListener(samples);
                mark(pid, Link.NONE, "");
            }
        });
    }

    private void mark(long pid, Link link, String failure) {
        JvmRow row = jvms.row(pid);
        if (row != null) {
            row.linkProperty().set(link);
            row.failureProperty().set(failure);
        }
    }
}
