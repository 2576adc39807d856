package org.heapline.views.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heapline.profile.MethodStats;
import org.heapline.views.session.SelectedLine;

/**
 * Where a call may lead, as far as names tell: methods of the same text, profiled methods, and classes that the text
 * imports. What belongs to the JDK is left out, for it is not what a user looks for.
 */
final class CallTargets {
    private static final int MOST = 12;
    private static final Pattern JDK = Pattern.compile("(?:java|javax|jdk|sun|com\\.sun)\\..*");
    private static final String UNKNOWN = "";

    private final SourceText text;
    private final Collection<MethodStats> profiled;
    private final SelectedLine from;
    private final String packageName;
    private final Map<String, SelectedLine> found = new LinkedHashMap<>();

    private CallTargets(SourceText text, Collection<MethodStats> profiled, SelectedLine from) {
        this.text = text;
        this.profiled = profiled;
        this.from = from;
        int dot = from.className().lastIndexOf('.');
        packageName = dot < 0 ? "" : from.className().substring(0, dot + 1);
    }

    /**
     * The places that a call may mean, the likeliest first; one a class.
     *
     * @param around the class in which the call stands
     * @param from what is looked at, for the file of this text
     */
    static List<SelectedLine> of(
            Call call, String around, SourceText text, Collection<MethodStats> profiled, SelectedLine from) {
        CallTargets targets = new CallTargets(text, profiled, from);
        targets.find(call, around);
        return targets.found.values().stream().limit(MOST).toList();
    }

    private void find(Call call, String around) {
        if (call.constructor()) {
            inType(typeOf(call.name()), "<init>", false);
        } else if (call.receiver().isEmpty() || call.receiver().equals("this")) {
            own(around, call.name());
        } else if (call.receiver().equals(")")
                || call.receiver().equals("]")
                || call.receiver().equals("super")) {
            anywhere(call.name(), around);
        } else {
            boolean type = Character.isUpperCase(call.receiver().charAt(0));
            String declared = type ? call.receiver() : declaredType(call.receiver());
            if (declared.isEmpty()) {
                anywhere(call.name(), "");
            } else {
                inType(typeOf(declared), call.name(), !type);
            }
        }
    }

    private void own(String around, String name) {
        inText(around, name);
        for (MethodRange method : text.methods()) {
            if (method.method().equals(name)) {
                inText(method.className(), name);
            }
        }
        Matcher imported = Pattern.compile("import\\s+static\\s+([\\w.]+)\\." + Pattern.quote(name) + "\\s*;")
                .matcher(wholeText());
        if (found.isEmpty() && imported.find()) {
            inType(imported.group(1), name, false);
        } else if (found.isEmpty()) {
            anywhere(name, "");
        }
    }

    private void inText(String className, String name) {
        text.methods().stream()
                .filter(method ->
                        method.className().equals(className) && method.method().equals(name))
                .findFirst()
                .ifPresent(method -> found.putIfAbsent(
                        className, new SelectedLine(className, name, from.file(), from.location(), method.first())));
    }

    private void inProfiled(String className, String name) {
        profiled.stream()
                .filter(method ->
                        method.className().equals(className) && method.method().equals(name))
                .filter(method -> !method.lines().isEmpty())
                .findFirst()
                .ifPresent(method -> found.putIfAbsent(
                        className, SelectedLine.of(method, method.lines().get(0).line())));
    }

    /** @param overridden whether an object may be of another class, which has the method too */
    private void inType(String className, String name, boolean overridden) {
        if (className.equals(UNKNOWN) || JDK.matcher(className).matches()) {
            return;
        }
        inText(className, name);
        inProfiled(className, name);
        if (overridden) {
            anywhere(name, className);
        }
        if (found.isEmpty() && className.indexOf('.') > 0) {
            int nested = className.indexOf('$');
            String file = (nested < 0 ? className : className.substring(0, nested)).replace('.', '/') + ".java";
            found.put(className, new SelectedLine(className, name, file, "", 0));
        }
    }

    private void anywhere(String name, String except) {
        for (MethodStats method : profiled) {
            if (method.method().equals(name) && !method.className().equals(except)) {
                inProfiled(method.className(), name);
            }
        }
    }

    /** The full name of a type that the text calls by a short one; {@link #UNKNOWN} if it is none of the program's. */
    private String typeOf(String simple) {
        for (MethodRange method : text.methods()) {
            if (isNamed(method.className(), simple)) {
                return method.className();
            }
        }
        Matcher imported = Pattern.compile("import\\s+([\\w.]+\\." + Pattern.quote(simple) + ")\\s*;")
                .matcher(wholeText());
        if (imported.find()) {
            return imported.group(1);
        }
        List<String> named = new ArrayList<>();
        for (MethodStats method : profiled) {
            if (isNamed(method.className(), simple) && !named.contains(method.className())) {
                named.add(method.className());
            }
        }
        return named.stream()
                .filter(name -> name.startsWith(packageName))
                .findFirst()
                .orElse(named.isEmpty() ? UNKNOWN : named.get(0));
    }

    private static boolean isNamed(String className, String simple) {
        return className.endsWith("." + simple) || className.endsWith("$" + simple) || className.equals(simple);
    }

    /** The type with which a variable is declared somewhere in the text; empty if that cannot be seen. */
    private String declaredType(String variable) {
        Matcher declared = Pattern.compile(
                        "\\b([A-Z][\\w$]*)(?:<[^;=(){}]*>)?(?:\\[])*\\s+" + Pattern.quote(variable) + "\\s*[;=,):]")
                .matcher(wholeText());
        return declared.find() ? declared.group(1) : "";
    }

    private String wholeText() {
        StringBuilder whole = new StringBuilder();
        for (SourceLine line : text.lines()) {
            whole.append(line.text()).append('\n');
        }
        return whole.toString();
    }
}
