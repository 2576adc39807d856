package org.heapline.agent;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the agent is told at its start: {@code key=value} pairs joined by semicolons. */
final class Arguments {
    /** Method patterns; empty for the application's own classes. */
    final List<String> patterns = new ArrayList<>();

    /** {@code allocated}, {@code heap} or {@code rss}. */
    String backend = "allocated";

    /** With {@code rss}: child processes too. */
    boolean children;

    /** Whether to leave when no client is there. */
    boolean lease = true;

    /** Whether nothing is to be profiled before a client says what. */
    boolean idle;

    /** Which client brought the agent here, or empty; see {@code AgentMXBean.getClient}. */
    String client = "";

    /** Where to write everything when the JVM ends, or null. */
    @Nullable
    String dump;

    /** MAXMEM from the first line on: {@code memory/limit/action/window millis/children}, joined by {@code +}. */
    final List<ArmedLimit> limits = new ArrayList<>();

    /** Reads them; unknown keys are an error, so that a misspelt one is noticed. */
    static Arguments parse(String text) {
        Arguments arguments = new Arguments();
        for (String pair : text.split(";")) {
            if (pair.trim().isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "true" : pair.substring(equals + 1);
            arguments.set(key.trim(), value.trim());
        }
        return arguments;
    }

    private void set(String key, String value) {
        switch (key) {
            case "patterns":
                for (String each : value.split(",")) {
                    if (!each.trim().isEmpty()) {
                        patterns.add(each.trim());
                    }
                }
                break;
            case "backend":
                backend = value;
                break;
            case "children":
                children = Boolean.parseBoolean(value);
                break;
            case "lease":
                lease = Boolean.parseBoolean(value);
                break;
            case "idle":
                idle = Boolean.parseBoolean(value);
                break;
            case "client":
                client = value;
                break;
            case "dump":
                dump = value;
                break;
            case "limits":
                for (String each : value.split("\\+")) {
                    String[] parts = each.split("/");
                    limits.add(ArmedLimit.of(
                            parts[0], parts[1], parts[2], Long.parseLong(parts[3]), Boolean.parseBoolean(parts[4])));
                }
                break;
            default:
                throw new IllegalArgumentException("unknown agent argument '" + key
                        + "'; known are patterns, backend, children, lease, idle, client, dump, limits");
        }
    }
}
