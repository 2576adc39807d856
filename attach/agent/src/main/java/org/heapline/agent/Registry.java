package org.heapline.agent;

import java.heapline.Threads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heapline.protocol.Problem;
import org.heapline.protocol.ProfiledMethod;

/** The profiled methods of this session and what could not be profiled. Thread-safe. */
final class Registry {
    private static final int MOST_PROBLEMS = 10_000;

    /** So many lines take about 8 MiB here; from then on classes that are one of many share their rows. */
    private static final int ENOUGH_LINES = 25_000;

    /** So many of a kind have rows of their own even then. */
    private static final int TOLD_APART = 100;

    private final int enoughLines;
    private final Kinds kinds;
    private int lines;
    private final List<ProfiledMethod> methods = new ArrayList<>();
    private final List<String[]> variables = new ArrayList<>();

    /** The methods that stand for all of a kind. */
    private final BitSet ofKinds = new BitSet();

    private final Map<String, int[]> known = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> said = new HashMap<>();

    Registry() {
        this(ENOUGH_LINES, TOLD_APART);
    }

    Registry(int enoughLines, int toldApart) {
        this.enoughLines = enoughLines;
        this.kinds = new Kinds(toldApart);
    }

    /**
     * A method gets probes. The same method keeps its id through changes of what is wanted, and its class through all
     * loaders that define it: a program that loads a class anew for ever adds to the same lines. One that makes classes
     * with ever new numbers in their names does so too, when there are very many lines already.
     *
     * @param names the lists of variables at its places to stop
     * @return the id for the probes
     */
    synchronized int define(
            String className,
            String name,
            String descriptor,
            String file,
            String location,
            int[] numbers,
            String[] names) {
        String key = className + "#" + name + descriptor;
        int[] same = known.get(key);
        if (same == null) {
            same = new int[0];
        }
        for (int index : same) {
            ProfiledMethod method = methods.get(index);
            if (Arrays.equals(method.getLines(), numbers)
                    && method.getLocation().equals(location)) {
                return Threads.base() + index;
            }
        }
        if (lines >= enoughLines && Kinds.isNumbered(className)) {
            Kinds.Kind kind = kinds.of(className, name, descriptor, file, location, numbers, names);
            if (!kinds.tellsApart(kind)) {
                return Threads.base() + common(kind, name, location, numbers);
            }
        }
        int index = add(className, name, descriptor, file, location, numbers, names);
        int[] more = Arrays.copyOf(same, same.length + 1);
        more[same.length] = index;
        known.put(key, more);
        return Threads.base() + index;
    }

    private int add(
            String className,
            String name,
            String descriptor,
            String file,
            String location,
            int[] numbers,
            String[] names) {
        int index = Threads.define(numbers.length) - Threads.base();
        methods.add(new ProfiledMethod(index, className, name, descriptor, file, location, numbers));
        variables.add(names);
        lines += numbers.length;
        return index;
    }

    /** The rows that later methods of a kind have together. */
    private int common(Kinds.Kind kind, String name, String location, int[] numbers) {
        if (kind.common < 0) {
            kind.common = add(kind.className, name, kind.descriptor, kind.file, location, numbers, kind.variables);
            ofKinds.set(kind.common);
            problem(
                    kind.className,
                    "there are very many classes whose names differ in numbers alone: what the later ones take is exact,"
                            + " but counted together in the rows of this name");
        }
        return kind.common;
    }

    /** From now on every method is a new one: the counters mean something else. */
    synchronized void startAfresh() {
        known.clear();
        kinds.clear();
    }

    synchronized ProfiledMethod method(int id) {
        return methods.get(id - Threads.base());
    }

    /**
     * The name of the file of a class with profiled methods, else an empty string. The JVM itself has forgotten it for
     * a frame that still runs the code from before the probes.
     */
    synchronized String fileNameOf(String className) {
        for (ProfiledMethod each : methods) {
            if (each.getClassName().equals(className)) {
                String file = each.getFile();
                return file.substring(file.lastIndexOf('/') + 1);
            }
        }
        return "";
    }

    /**
     * The number of the first of these lists among those that are kept of a method. Not every loader's class has the same
     * places to stop: lines that may allocate in one, which loads other classes first, need not in another.
     */
    synchronized int firstList(int id, String[] names) {
        int index = id - Threads.base();
        if (ofKinds.get(index)) {
            return 0;
        }
        String[] lists = variables.get(index);
        int at = Collections.indexOfSubList(Arrays.asList(lists), Arrays.asList(names));
        if (at >= 0) {
            return at;
        }
        String[] more = Arrays.copyOf(lists, lists.length + names.length);
        System.arraycopy(names, 0, more, lists.length, names.length);
        variables.set(index, more);
        return lists.length;
    }

    /** The variables a stop in a method refers to, {@code name|type} a line each; empty for none. */
    synchronized String variables(int id, int list) {
        String[] lists = variables.get(id - Threads.base());
        return list < 0 || list >= lists.length ? "" : lists[list];
    }

    synchronized ProfiledMethod[] from(int index) {
        int start = Math.max(0, Math.min(index, methods.size()));
        return methods.subList(start, methods.size()).toArray(new ProfiledMethod[0]);
    }

    /** How many methods are known. */
    synchronized int methods() {
        return methods.size();
    }

    /** How many problems are known. */
    synchronized int problems() {
        return problems.size();
    }

    /** Notes a problem once. */
    synchronized void problem(String what, String why) {
        if (problems.size() < MOST_PROBLEMS && !why.equals(said.put(what, why))) {
            problems.add(new Problem(what, why));
        }
    }

    synchronized Problem[] problemsFrom(int index) {
        int start = Math.max(0, Math.min(index, problems.size()));
        return problems.subList(start, problems.size()).toArray(new Problem[0]);
    }
}
