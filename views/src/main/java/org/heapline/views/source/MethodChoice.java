package org.heapline.views.source;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.heapline.profile.MethodStats;
import org.heapline.views.picker.Choice;
import org.heapline.views.session.Notice;
import org.heapline.views.session.SessionViewModel;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** Choosing what is profiled by the methods of the text that is shown. */
public final class MethodChoice {
    private final SessionViewModel session;
    private final SourceViewModel model;

    MethodChoice(SessionViewModel session, SourceViewModel model) {
        this.session = session;
        this.model = model;
    }

    /** Whether a method has line probes or is wanted to get them. */
    public boolean isProfiled(MethodRange method) {
        Choice choice = wanted();
        // What was measured once stays on the screen when it is no longer wanted. Names tell what is, other than where
        // the choice is the own classes, or an annotation.
        boolean named = !choice.ownClasses() && choice.patterns().stream().noneMatch(text -> text.startsWith("@"));
        return choice.covering(method.className(), method.method()) != null || !named && model.hasFigures(method);
    }

    /** Whether methods can be chosen: not in a saved snapshot, nor after the target is gone. */
    public boolean canChoose() {
        return session.isLive();
    }

    /** Profiles this method too. */
    public void profile(MethodRange method) {
        session.requests()
                .want(wanted().with(method.pattern(), this::profiledClasses).patterns());
    }

    /** Profiles this method and nothing else. */
    public void profileOnly(MethodRange method) {
        session.requests().want(List.of(method.pattern()));
    }

    /** What would be wanted without the method; null if a wider pattern covers it, or nothing would be left. */
    public @Nullable Choice without(MethodRange method) {
        List<String> siblings = model.stateProperty().get() instanceof SourceState.Shown shown
                ? shown.text().methods().stream()
                        .filter(m -> m.className().equals(method.className()))
                        .map(MethodRange::method)
                        .distinct()
                        .toList()
                : List.of();
        return wanted().withoutMethod(method.className(), method.method(), siblings);
    }

    /** Whether nothing else than this method is chosen, so that leaving it out would leave nothing. */
    public boolean isOnly(MethodRange method) {
        return wanted().isOnly(method.className(), method.method());
    }

    /** Stops profiling this method, where {@link #without} says that this is possible. */
    public void leaveOut(MethodRange method) {
        Choice rest = without(method);
        if (rest == null) {
            session.noticeProperty()
                    .set(Notice.failed(
                            Messages.text(isOnly(method) ? "source.lastOne" : "source.covered", method.method())));
        } else {
            session.requests().want(rest.patterns());
        }
    }

    private Choice wanted() {
        return new Choice(session.wantedProperty().get());
    }

    private Set<String> profiledClasses() {
        Set<String> classes = new LinkedHashSet<>();
        for (MethodStats method : session.snapshot().methods()) {
            classes.add(method.className());
        }
        return classes;
    }
}
