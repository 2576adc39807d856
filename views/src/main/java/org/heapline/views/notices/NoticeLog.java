package org.heapline.views.notices;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.heapline.views.session.Notice;
import org.jspecify.annotations.Nullable;

/** The last few hundred notices of the window and of its sessions, newest first. To be used on the JavaFX thread. */
public final class NoticeLog {
    private static final int MOST = 300;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Clock clock;
    private final ObservableList<PastNotice> notices = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper failuresUnread = new ReadOnlyBooleanWrapper();

    public NoticeLog(Clock clock) {
        this.clock = clock;
    }

    /** Writes down what is said there from now on, and what stands there already. */
    public void follow(String from, ObservableValue<@Nullable Notice> said) {
        said.addListener((property, was, is) -> add(from, is));
        add(from, said.getValue());
    }

    private void add(String from, @Nullable Notice notice) {
        if (notice == null) {
            return;
        }
        PastNotice past = new PastNotice(clock.instant(), from, notice);
        notices.add(0, past);
        if (notices.size() > MOST) {
            notices.remove(MOST, notices.size());
        }
        if (past.failed()) {
            failuresUnread.set(true);
        }
    }

    /** All that was said, newest first. */
    public ObservableList<PastNotice> notices() {
        return notices;
    }

    /** Whether something failed since the notices were last read. */
    public ReadOnlyBooleanProperty failuresUnreadProperty() {
        return failuresUnread.getReadOnlyProperty();
    }

    /** The notices are read now. */
    public void read() {
        failuresUnread.set(false);
    }

    /** When something was said: hours, minutes, seconds. */
    static String time(PastNotice past) {
        return CLOCK.format(past.when());
    }

    /** As text, a line each. */
    static String text(Collection<PastNotice> some) {
        return some.stream()
                .map(past -> time(past) + "  " + (past.from().isEmpty() ? "" : past.from() + ": ")
                        + past.notice().text())
                .collect(Collectors.joining("\n"));
    }
}
