package org.heapline.views.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * Keys and values that the views remember. A value that cannot be read means the default. May be used from any thread;
 * listeners run on the thread that changes a value.
 */
public final class Preferences {
    private final Map<String, String> values = new TreeMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Calls the listener after each change. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** The text of a key. */
    public synchronized String text(String key, String fallback) {
        return values.getOrDefault(key, fallback);
    }

    /** Remembers a text. */
    public void put(String key, String value) {
        synchronized (this) {
            if (value.equals(values.put(key, value))) {
                return;
            }
        }
        listeners.forEach(Runnable::run);
    }

    /** Forgets a key. */
    public void remove(String key) {
        synchronized (this) {
            if (values.remove(key) == null) {
                return;
            }
        }
        listeners.forEach(Runnable::run);
    }

    /** The number of a key, if it lies between these bounds; else the fallback. */
    public double number(String key, double fallback, double least, double most) {
        try {
            double value = Double.parseDouble(text(key, ""));
            return value >= least && value <= most ? value : fallback;
        } catch (NumberFormatException none) {
            return fallback;
        }
    }

    /** The constants of a key, in their own order; the fallback where the key is not set. */
    public <E extends Enum<E>> Set<E> constants(String key, Class<E> type, Set<E> fallback) {
        String text = text(key, "?");
        if (text.equals("?")) {
            return fallback.isEmpty() ? EnumSet.noneOf(type) : EnumSet.copyOf(fallback);
        }
        List<String> names = Arrays.asList(text.split(","));
        Set<E> chosen = EnumSet.noneOf(type);
        for (E constant : type.getEnumConstants()) {
            if (names.contains(constant.name())) {
                chosen.add(constant);
            }
        }
        return chosen;
    }

    /** Remembers constants. */
    public <E extends Enum<E>> void put(String key, Set<E> chosen) {
        put(key, chosen.stream().map(Enum::name).collect(Collectors.joining(",")));
    }

    /** The lines of a key; none where it is not set. */
    public List<String> lines(String key) {
        return text(key, "").lines().toList();
    }

    /** Remembers lines of text. */
    public void put(String key, List<String> lines) {
        put(key, String.join("\n", lines));
    }

    /** The keys that begin with a text, in alphabetical order. */
    public synchronized List<String> keys(String beginning) {
        return new ArrayList<>(values.keySet().stream()
                .filter(key -> key.startsWith(beginning))
                .toList());
    }

    /** All keys and values. */
    public synchronized Map<String, String> all() {
        return Map.copyOf(values);
    }
}
