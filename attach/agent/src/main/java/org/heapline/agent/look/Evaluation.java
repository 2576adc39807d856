package org.heapline.agent.look;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.heapline.protocol.Expression;
import org.jspecify.annotations.Nullable;

/** Evaluates a simple expression over the locals of a frame; its methods run on the calling thread. */
public final class Evaluation {
    private final String[] names;
    private final Object[] values;

    /**
     * @param names {@code name|type} of each value, by lines
     */
    public Evaluation(String names, Object[] values) {
        this.names = names.isEmpty() ? new String[0] : names.split("\n");
        this.values = values;
    }

    /**
     * The value as {@code type|value}.
     *
     * @throws IllegalArgumentException if it has none; the message is fit for a user
     */
    public String of(String text) {
        Expression expression = Expression.parse(text);
        Object value = null;
        boolean first = true;
        for (Expression.Step step : expression.steps()) {
            value = first ? start(step) : next(value, step, text);
            first = false;
        }
        return (value == null ? "null" : value.getClass().getTypeName()) + "|" + Values.text(value);
    }

    private @Nullable Object start(Expression.Step step) {
        Object self = null;
        for (int i = 0; i < Math.min(names.length, values.length); i++) {
            String name = names[i].substring(0, names[i].indexOf('|'));
            if (name.equals(step.name()) && !step.isCall()) {
                return values[i];
            }
            if (name.equals("this")) {
                self = values[i];
            }
        }
        if (self != null && (step.isCall() || fieldOf(self, step.name()) != null)) {
            return next(self, step, step.name());
        }
        throw new IllegalArgumentException(
                "there is no local '" + step.name() + "' here, nor a field of this; locals are "
                        + Arrays.toString(names).replaceAll("\\|[^,\\]]*", ""));
    }

    private static @Nullable Object next(@Nullable Object holder, Expression.Step step, String text) {
        if (holder == null) {
            throw new IllegalArgumentException("'" + text + "' cannot be evaluated: what stands before "
                    + (step.index() >= 0 ? "[" + step.index() + "]" : step.name()) + " is null");
        }
        if (step.index() >= 0) {
            return element(holder, step.index());
        }
        if (step.isCall()) {
            return call(holder, step.name());
        }
        if (holder.getClass().isArray() && step.name().equals("length")) {
            return Array.getLength(holder);
        }
        return field(holder, step.name());
    }

    private static @Nullable Object element(Object holder, int index) {
        if (!holder.getClass().isArray()) {
            throw new IllegalArgumentException(
                    "a " + holder.getClass().getTypeName() + " is no array: it has no [index]");
        }
        if (index >= Array.getLength(holder)) {
            throw new IllegalArgumentException("there is no [" + index + "] in an array of " + Array.getLength(holder));
        }
        return Array.get(holder, index);
    }

    private static @Nullable Object field(Object holder, String name) {
        Field found = fieldOf(holder, name);
        if (found == null) {
            throw new IllegalArgumentException("a " + holder.getClass().getTypeName() + " has no field '" + name
                    + "'; a method is written with ()");
        }
        return Fields.read(holder, found);
    }

    private static @Nullable Field fieldOf(Object holder, String name) {
        Field found = null;
        for (Field each : Fields.of(holder.getClass())) {
            if (each.getName().equals(name)) {
                found = each;
            }
        }
        return found;
    }

    private static @Nullable Object call(Object holder, String name) {
        Method method = method(holder.getClass(), name);
        if (method == null) {
            throw new IllegalArgumentException(
                    "a " + holder.getClass().getTypeName() + " has no method " + name + "() that can be called");
        }
        try {
            return method.invoke(holder);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(name + "() cannot be called: " + e.getMessage(), e);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(name + "() threw " + e.getCause(), e);
        }
    }

    /** A class of the JDK does not open its methods; the public type it implements them for does. */
    private static @Nullable Method method(@Nullable Class<?> type, String name) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            Method own = opened(at, name);
            if (own != null) {
                return own;
            }
            for (Class<?> each : at.getInterfaces()) {
                Method inherited = method(each, name);
                if (inherited != null) {
                    return inherited;
                }
            }
        }
        return null;
    }

    private static @Nullable Method opened(Class<?> type, String name) {
        try {
            Method method = type.getDeclaredMethod(name);
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            return null;
        } catch (LinkageError | RuntimeException e) {
            return null; // Its module does not open it: perhaps one of its interfaces has it.
        }
    }
}
