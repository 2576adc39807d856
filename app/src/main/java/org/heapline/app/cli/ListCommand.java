package org.heapline.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.heapline.client.JvmProcess;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code heapline list}: the JVMs of this machine. */
@Command(
        name = "list",
        description = "Lists the JVMs of this machine, and why one of them cannot be attached to.",
        mixinStandardHelpOptions = true,
        versionProvider = HeaplineCommand.Version.class)
final class ListCommand implements Callable<Integer> {
    private final Context context;

    @Option(
            names = "--json",
            description = "An array of objects: pid, name, jdk, user, startedAt, attachable, reason, jdwp.")
    private boolean json;

    ListCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        List<JvmProcess> processes = context.attacher().list();
        if (json) {
            writeJson(processes);
        } else {
            context.terminal().data().write(table(processes, Instant.now()).getBytes(StandardCharsets.UTF_8));
        }
        context.terminal().data().flush();
        return ExitCode.DONE;
    }

    private void writeJson(List<JvmProcess> processes) throws IOException {
        OutputStream out = context.terminal().data();
        try (JsonGenerator generator = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            generator.writeStartArray();
            for (JvmProcess process : processes) {
                generator.writeStartObject();
                generator.writeNumberField("pid", process.pid());
                generator.writeStringField("name", process.name());
                generator.writeStringField("jdk", process.jdk());
                generator.writeStringField("user", process.user());
                writeNullable(generator, "startedAt", process.startedAt());
                generator.writeBooleanField("attachable", process.attachable());
                writeNullable(generator, "reason", process.whyNot());
                generator.writeBooleanField("jdwp", process.jdwp());
                generator.writeEndObject();
            }
            generator.writeEndArray();
            generator.writeRaw('\n');
        }
    }

    private static void writeNullable(JsonGenerator generator, String key, @Nullable Object value) throws IOException {
        if (value == null) {
            generator.writeNullField(key);
        } else {
            generator.writeStringField(key, value.toString());
        }
    }

    /** The table; widths fit what is in it. */
    static String table(List<JvmProcess> processes, Instant now) {
        int name = width("NAME", processes.stream().map(JvmProcess::name).toList());
        int jdk = width("JDK", processes.stream().map(JvmProcess::jdk).toList());
        int user = width("USER", processes.stream().map(JvmProcess::user).toList());
        String row = "%8s  %-" + name + "s  %-" + jdk + "s  %-" + user + "s  %8s  %s";
        StringBuilder table = new StringBuilder();
        table.append(String.format(Locale.ROOT, row, "PID", "NAME", "JDK", "USER", "UPTIME", "NOTE"))
                .append('\n');
        for (JvmProcess process : processes) {
            String line = String.format(
                    Locale.ROOT,
                    row,
                    process.pid(),
                    process.name(),
                    process.jdk(),
                    process.user(),
                    uptime(process.startedAt(), now),
                    note(process));
            table.append(line.stripTrailing()).append('\n');
        }
        return table.toString();
    }

    private static int width(String title, List<String> values) {
        return Math.max(
                title.length(), values.stream().mapToInt(String::length).max().orElse(0));
    }

    private static String note(JvmProcess process) {
        String whyNot = process.whyNot();
        if (whyNot != null) {
            return whyNot;
        }
        if (process.profiledBy() != 0) {
            return "profiled by Heapline (PID " + process.profiledBy() + ")";
        }
        return process.jdwp() ? "debugger" : "";
    }

    /** How long a JVM has been running, in its two largest units. */
    static String uptime(@Nullable Instant startedAt, Instant now) {
        if (startedAt == null) {
            return "";
        }
        Duration up = Duration.between(startedAt, now);
        if (up.isNegative()) {
            return "0s";
        }
        if (up.toDays() > 0) {
            return up.toDays() + "d " + up.toHoursPart() + "h";
        }
        if (up.toHours() > 0) {
            return up.toHours() + "h " + up.toMinutesPart() + "m";
        }
        return up.toMinutes() > 0 ? up.toMinutes() + "m " + up.toSecondsPart() + "s" : up.toSeconds() + "s";
    }
}
