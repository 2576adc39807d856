package org.heapline.views.session;

import java.util.function.Consumer;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** One errand in the background: its thread is interrupted when it is given up. Made on the JavaFX thread. */
final class Attempt<T> implements Runnable {
    private static final System.Logger LOG = System.getLogger(Attempt.class.getName());

    private final Errand errand;
    private final Background.Fetch<T> fetch;
    private final Background background;
    private final Consumer<T> then;
    private final Runnable givenUp;
    private final Doings.@Nullable Entry told;

    /** Guarded by this, as is what follows. */
    private @Nullable Thread worker;

    private boolean over;
    private boolean stop;

    Attempt(Errand errand, Background.Fetch<T> fetch, Background background, Consumer<T> then, Runnable givenUp) {
        this.errand = errand;
        this.fetch = fetch;
        this.background = background;
        this.then = then;
        this.givenUp = givenUp;
        told = errand.what().isEmpty() ? null : background.doings().begin(errand, this::giveUp);
    }

    @Override
    public void run() {
        if (!enter()) {
            return;
        }
        try {
            T value = fetch.get();
            leave();
            background.fx().later(() -> end(() -> then.accept(value)));
        } catch (Exception failure) {
            leave();
            if (isGivenUp()) {
                LOG.log(System.Logger.Level.DEBUG, "Given up: " + errand.what(), failure);
                background.fx().later(() -> end(this::saySo));
            } else {
                String reason = Background.reason(failure);
                background
                        .fx()
                        .later(() -> end(() -> background.noticeProperty().set(Notice.failed(reason))));
            }
        }
    }

    /** Returns false if it was given up before it began. */
    private synchronized boolean enter() {
        if (over) {
            return false;
        }
        Thread current = Thread.currentThread();
        worker = current;
        if (stop) {
            current.interrupt();
        }
        return true;
    }

    /** The thread is used for others from now on. */
    private synchronized void leave() {
        worker = null;
        // An interrupt that came too late must not hit them.
        Thread.interrupted();
    }

    private synchronized boolean isGivenUp() {
        return stop;
    }

    private void saySo() {
        background.noticeProperty().set(Notice.done(Messages.text("work.givenUp", errand.what())));
        givenUp.run();
    }

    private void giveUp() {
        synchronized (this) {
            stop = true;
            if (worker != null) {
                worker.interrupt();
            }
        }
        if (errand.kind() == Errand.Kind.READING) {
            end(givenUp);
        } else if (told != null) {
            told.stopping();
        }
    }

    /** Ends it once: what comes after it was given up is dropped. */
    private void end(Runnable last) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        background.ended();
        if (told != null) {
            told.end();
        }
        last.run();
    }
}
