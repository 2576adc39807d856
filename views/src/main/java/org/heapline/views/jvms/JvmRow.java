package org.heapline.views.jvms;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.StringJoiner;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.heapline.client.JvmProcess;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;

/** One JVM of the list. It stays the same object while the JVM lives, so that a refresh moves nothing on the screen. */
public final class JvmRow {
    /** What Heapline does with this JVM. */
    public enum Link {
        NONE,
        ATTACHING,
        ATTACHED
    }

    private final ReadOnlyObjectWrapper<JvmProcess> process;
    private final ObjectProperty<Link> link = new SimpleObjectProperty<>(Link.NONE);
    private final StringProperty failure = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper details = new ReadOnlyStringWrapper("");
    private final Sparkline sparkline = new Sparkline();

    JvmRow(JvmProcess process, Instant now) {
        this.process = new ReadOnlyObjectWrapper<>(process);
        details.set(describe(process, now));
    }

    void update(JvmProcess newer, Instant now) {
        process.set(newer);
        details.set(describe(newer, now));
        sparkline.add(newer.heapUsed());
    }

    /** Takes the used heap from the session, in bytes, if the JVM does not publish it. */
    public void measured(long heapUsed) {
        if (process.get().heapUsed() < 0) {
            sparkline.add(heapUsed);
        }
    }

    /** Whether its used heap is known, or was. */
    boolean hasHeap() {
        return process.get().heapUsed() >= 0 || sparkline.size() > 1;
    }

    /** Whether it belongs to who runs Heapline, as nearly all in the list do. */
    private static boolean isOwn(JvmProcess process) {
        return process.user().isEmpty() || process.user().equals(System.getProperty("user.name"));
    }

    /** The process id of another Heapline that has a session with this JVM, or 0. */
    long profiledByOther() {
        long client = process.get().profiledBy();
        return client == ProcessHandle.current().pid() ? 0 : client;
    }

    private static String describe(JvmProcess process, Instant now) {
        String whyNot = process.whyNot();
        if (whyNot != null) {
            return whyNot;
        }
        StringJoiner text = new StringJoiner(" · ");
        text.add(Long.toString(process.pid()));
        if (!isOwn(process)) {
            text.add(process.user());
        }
        if (!process.jdk().isEmpty()) {
            text.add(Messages.text("jvms.jdk", shortVersion(process.jdk())));
        }
        Instant started = process.startedAt();
        if (started != null) {
            text.add(Figures.uptime(Duration.between(started, now)));
        }
        return text.toString();
    }

    /** {@code 17} of {@code 17.0.15}, {@code 8} of {@code 1.8.0_412}. */
    private static String shortVersion(String jdk) {
        String version = jdk.startsWith("1.") ? jdk.substring(2) : jdk;
        int end = 0;
        while (end < version.length() && Character.isDigit(version.charAt(end))) {
            end++;
        }
        return end == 0 ? jdk : version.substring(0, end);
    }

    public long pid() {
        return process.get().pid();
    }

    public JvmProcess process() {
        return process.get();
    }

    /** The JVM as last seen. */
    public ReadOnlyObjectProperty<JvmProcess> processProperty() {
        return process.getReadOnlyProperty();
    }

    /** The second line: pid, owner if it is somebody else, JDK and uptime, or why it cannot be attached to. */
    public ReadOnlyStringProperty detailsProperty() {
        return details.getReadOnlyProperty();
    }

    public ObjectProperty<Link> linkProperty() {
        return link;
    }

    /** Why the last attach failed; empty while it did not. */
    public StringProperty failureProperty() {
        return failure;
    }

    /** Used heap of the last two minutes or so. */
    public Sparkline sparkline() {
        return sparkline;
    }

    boolean matches(String query) {
        String wanted = query.toLowerCase(Locale.ROOT).trim();
        JvmProcess jvm = process.get();
        return wanted.isEmpty()
                || jvm.name().toLowerCase(Locale.ROOT).contains(wanted)
                || Long.toString(jvm.pid()).startsWith(wanted);
    }
}
