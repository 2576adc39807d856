package org.heapline.views.paused;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Snapshot;
import org.heapline.profile.Trip;
import org.heapline.profile.Trip.Frame;
import org.heapline.views.session.SelectedLine;

/** Where frames stand in the sources: what is profiled is known with its file and where it was loaded from. */
final class Places {
    private final List<MethodStats> methods;

    Places(Snapshot snapshot) {
        this.methods = snapshot.methods();
    }

    SelectedLine of(Frame frame) {
        for (MethodStats method : methods) {
            if (method.className().equals(frame.className())) {
                return new SelectedLine(
                        frame.className(), frame.method(), method.file(), method.location(), frame.line());
            }
        }
        int dot = frame.className().lastIndexOf('.');
        String folder = dot < 0 ? "" : frame.className().substring(0, dot + 1).replace('.', '/');
        String file = frame.fileName().isEmpty() ? "" : folder + frame.fileName();
        return new SelectedLine(frame.className(), frame.method(), file, "", Math.max(0, frame.line()));
    }

    SelectedLine of(Trip trip) {
        String location = methods.stream()
                .filter(method -> method.className().equals(trip.className()))
                .map(MethodStats::location)
                .findFirst()
                .orElse("");
        return new SelectedLine(trip.className(), trip.method(), trip.file(), location, trip.line());
    }

    /** The rows of a stack; runs of libraries are one row unless expanded. */
    List<FrameRow> rows(List<Frame> stack, Trip trip, Set<Integer> expanded) {
        Map<String, String> files = methods.stream()
                .collect(Collectors.toMap(MethodStats::className, MethodStats::file, (one, same) -> one));
        return new StackRows(files, trip).of(stack, expanded);
    }
}
