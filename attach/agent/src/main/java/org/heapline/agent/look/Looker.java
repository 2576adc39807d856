package org.heapline.agent.look;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The locals of a stopped frame as a tree that is opened step by step. Runs none of the program's code. */
public final class Looker {
    private static final int MOST_CHILDREN = 300;

    private final Instrumentation instrumentation;

    public Looker(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /**
     * The children at a path, as {@code AgentMXBean.look} has them.
     *
     * @param names {@code name|type} of each value, by lines
     */
    public String[] look(String names, Object[] values, String path, long millis) {
        Children found = roots(names, values);
        if (!path.isEmpty()) {
            for (String step : path.split("/")) {
                found = childrenOf(found.value(step));
            }
        }
        return found.rows(new ObjectSizes(instrumentation), System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private static Children roots(String names, Object[] values) {
        Children roots = new Children();
        String[] heads = names.isEmpty() ? new String[0] : names.split("\n");
        for (int i = 0; i < Math.min(heads.length, values.length); i++) {
            int bar = heads[i].indexOf('|');
            roots.add(heads[i].substring(0, bar), heads[i].substring(bar + 1), values[i]);
        }
        return roots;
    }

    private static Children childrenOf(@Nullable Object holder) {
        Children children = new Children();
        if (holder == null) {
            return children;
        }
        Class<?> type = holder.getClass();
        if (type.isArray()) {
            int length = Math.min(MOST_CHILDREN, Array.getLength(holder));
            for (int i = 0; i < length; i++) {
                children.add("[" + i + "]", type.getComponentType().getTypeName(), Array.get(holder, i));
            }
            return children;
        }
        for (Field each : Fields.of(type)) {
            children.add(each.getName(), each.getType().getTypeName(), Fields.read(holder, each));
        }
        return children;
    }

    /** Values with their names and declared types. */
    private static final class Children {
        private final List<String> names = new ArrayList<>();
        private final List<String> types = new ArrayList<>();
        private final List<@Nullable Object> values = new ArrayList<>();

        void add(String name, String type, @Nullable Object value) {
            names.add(name);
            types.add(type);
            values.add(value);
        }

        @Nullable
        Object value(String name) {
            // A field of a subclass hides one of the same name.
            int at = names.lastIndexOf(name);
            if (at < 0) {
                throw new IllegalArgumentException("there is no " + name + " here any more; look again");
            }
            return values.get(at);
        }

        String[] rows(ObjectSizes sizes, long deadline) {
            String[] rows = new String[names.size()];
            for (int i = 0; i < rows.length; i++) {
                rows[i] =
                        names.get(i) + "|" + types.get(i) + "|" + figures(types.get(i), values.get(i), sizes, deadline);
            }
            return rows;
        }

        private static String figures(String type, @Nullable Object value, ObjectSizes sizes, long deadline) {
            boolean primitive = type.indexOf('.') < 0 && Character.isLowerCase(type.charAt(0)) && !type.endsWith("]");
            if (value == null || primitive && isBox(value)) {
                return "-1|-1|-1||" + Values.text(value);
            }
            long deep = sizes.deep(value, deadline);
            boolean opens = value.getClass().isArray()
                    ? Array.getLength(value) > 0
                    : !Fields.of(value.getClass()).isEmpty();
            return Values.count(value) + "|" + sizes.shallow(value) + "|" + Math.abs(deep) + "|" + (deep < 0 ? "~" : "")
                    + (opens ? "+" : "") + "|" + Values.text(value);
        }

        private static boolean isBox(Object value) {
            return value instanceof Number || value instanceof Boolean || value instanceof Character;
        }
    }
}
