package org.heapline.client.jvm;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.heapline.client.JvmProcess;
import org.jspecify.annotations.Nullable;

/**
 * The JVMs of this machine. Each process is looked at on a thread of its own, and a look that does not come back costs
 * its own row only: the row says so, and no second look at that process begins before the first has ended.
 */
public final class JvmList {
    /** How long the list waits for the next look to come back. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How long the one process that somebody asked for may take: a busy machine is no reason to refuse it. */
    private static final Duration ONE_PATIENCE = Duration.ofSeconds(10);

    /** A process younger than this may still turn out to be a JVM. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private final ExecutorService looks = DaemonThreads.pool("heapline-jvms");
    private final Map<Long, CompletableFuture<Optional<JvmProcess>>> running = new ConcurrentHashMap<>();
    private final Map<Long, Instant> noJvms = new ConcurrentHashMap<>();

    /** All JVMs but this one, by name. Processes that do not answer hold it for two seconds together. */
    public List<JvmProcess> list() {
        Map<Long, Path> published = PerfData.files();
        Map<Long, Instant> processes = processes();
        noJvms.keySet().retainAll(processes.keySet());
        Map<Long, CompletableFuture<Optional<JvmProcess>>> asked = processes.entrySet().stream()
                .filter(process -> !isKnownToBeNone(process.getKey(), process.getValue()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, process -> look(process.getKey(), published.get(process.getKey()))));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<JvmProcess> found = new ArrayList<>();
        for (Map.Entry<Long, CompletableFuture<Optional<JvmProcess>>> each : asked.entrySet()) {
            long pid = each.getKey();
            Optional<JvmProcess> jvm = await(each.getValue(), deadline, silent(pid));
            jvm.ifPresentOrElse(found::add, () -> rememberNone(pid, processes.get(pid)));
            if (each.getValue().isDone()) {
                // While looks come back it is only the machine that is slow.
                deadline = Math.max(deadline, System.nanoTime() + PATIENCE.toNanos());
            }
        }
        found.sort(Comparator.comparing(JvmProcess::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(JvmProcess::pid));
        return List.copyOf(found);
    }

    /** One process; empty if it does not exist or is no JVM. Blocks for ten seconds at most. */
    public Optional<JvmProcess> find(long pid) {
        return await(look(pid, PerfData.files().get(pid)), System.nanoTime() + ONE_PATIENCE.toNanos(), silent(pid));
    }

    /** A process that has just been started as {@code java ARGUMENTS}. */
    public static JvmProcess started(ProcessHandle process, String jdk, List<String> arguments) {
        ProcessHandle.Info info = process.info();
        boolean jdwp = arguments.stream().anyMatch(argument -> argument.startsWith("-agentlib:jdwp"));
        return new JvmProcess(
                process.pid(),
                JvmLook.nameOf(arguments),
                jdk,
                info.user().orElse(""),
                info.startInstant().orElse(null),
                jdwp,
                null);
    }

    private static Map<Long, Instant> processes() {
        long own = ProcessHandle.current().pid();
        Set<ProcessHandle> handles = ProcessHandle.allProcesses().collect(Collectors.toCollection(HashSet::new));
        return handles.stream()
                .filter(handle -> handle.pid() != own)
                .collect(Collectors.toMap(
                        ProcessHandle::pid,
                        handle -> handle.info().startInstant().orElse(Instant.EPOCH)));
    }

    private boolean isKnownToBeNone(long pid, Instant startedAt) {
        return startedAt.equals(noJvms.get(pid));
    }

    private void rememberNone(long pid, @Nullable Instant startedAt) {
        if (startedAt != null && startedAt.isBefore(Instant.now().minus(SETTLED))) {
            noJvms.put(pid, startedAt);
        }
    }

    private CompletableFuture<Optional<JvmProcess>> look(long pid, @Nullable Path perfFile) {
        return running.computeIfAbsent(pid, key -> {
            CompletableFuture<Optional<JvmProcess>> look =
                    CompletableFuture.supplyAsync(() -> JvmLook.at(pid, perfFile), looks);
            look.whenCompleteAsync((jvm, failure) -> running.remove(pid, look), looks);
            return look;
        });
    }

    private static Optional<JvmProcess> silent(long pid) {
        String user = ProcessHandle.of(pid).flatMap(h -> h.info().user()).orElse("");
        return Optional.of(new JvmProcess(
                pid, "process " + pid, "", user, null, false, "does not let itself be looked at; it may hang"));
    }

    private static Optional<JvmProcess> await(
            CompletableFuture<Optional<JvmProcess>> look, long deadline, Optional<JvmProcess> otherwise) {
        try {
            return look.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return otherwise;
        } catch (ExecutionException e) {
            return Optional.empty(); // it ended while it was looked at
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        }
    }
}
