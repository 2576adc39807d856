package org.heapline.views.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.heapline.profile.MethodStats;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.text.Messages;

/**
 * What the palette offers: the commands that can be run now; and with a session in front its classes and methods by name,
 * and lines by {@code :number}.
 */
public final class PaletteViewModel {
    private static final int MOST = 60;
    private static final int LEAST_NAME = 2;
    private static final Pattern LINE = Pattern.compile(":\\s*([0-9]{1,7})");

    private final List<Command> commands;
    private final Supplier<Optional<SessionViewModel>> front;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();

    /** @param front the session whose names are offered */
    public PaletteViewModel(List<Command> commands, Supplier<Optional<SessionViewModel>> front) {
        this.commands = List.copyOf(commands);
        this.front = front;
        query.addListener(changed -> search());
    }

    /** Begins with a text. */
    public void open(String text) {
        query.set(text);
        search();
    }

    private void search() {
        String wanted = query.get().strip();
        List<Entry> found = new ArrayList<>();
        Matcher line = LINE.matcher(wanted);
        SessionViewModel session = front.get().orElse(null);
        if (line.matches()) {
            if (session != null) {
                addLine(session, Integer.parseInt(line.group(1)), found);
            }
        } else {
            addCommands(wanted, found);
            if (session != null && wanted.length() >= LEAST_NAME) {
                addNames(session, wanted, found);
            }
        }
        entries.setAll(found.subList(0, Math.min(MOST, found.size())));
    }

    private static void addLine(SessionViewModel session, int number, List<Entry> found) {
        SelectedLine now = session.selectedLineProperty().get();
        if (now != null) {
            SelectedLine there = new SelectedLine(now.className(), now.method(), now.file(), now.location(), number);
            found.add(new Entry(
                    Messages.text("palette.line", number), now.className(), () -> session.selectedLineProperty()
                            .set(there)));
        }
    }

    private void addCommands(String wanted, List<Entry> found) {
        for (Command command : commands) {
            String text = Messages.text("command." + command.key());
            if (command.possible().getAsBoolean() && matches(text, wanted)) {
                found.add(new Entry(text, command.keysText(), command::run));
            }
        }
    }

    private static void addNames(SessionViewModel session, String wanted, List<Entry> found) {
        session.snapshot().methods().stream()
                .filter(method -> !method.lines().isEmpty() && !method.method().contains("$"))
                .filter(method -> matches(name(method), wanted))
                .sorted(Comparator.comparingLong(MethodStats::selfBytes).reversed())
                .limit(MOST)
                .forEach(method ->
                        found.add(new Entry(name(method), packageName(method), () -> session.selectedLineProperty()
                                .set(SelectedLine.of(
                                        method, method.lines().get(0).line())))));
    }

    private static String name(MethodStats method) {
        String simple = method.className()
                .substring(method.className().lastIndexOf('.') + 1)
                .replace('$', '.');
        return simple + "." + method.method();
    }

    private static String packageName(MethodStats method) {
        int dot = method.className().lastIndexOf('.');
        return dot < 0 ? "" : method.className().substring(0, dot);
    }

    /** Whether each word of the query stands somewhere in the text, large and small letters alike. */
    static boolean matches(String text, String query) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : query.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!lower.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** What is typed. */
    public StringProperty queryProperty() {
        return query;
    }

    /** What it finds, the best first. */
    public ObservableList<Entry> entries() {
        return entries;
    }
}
