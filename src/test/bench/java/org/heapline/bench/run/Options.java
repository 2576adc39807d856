package org.heapline.bench.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is to be measured, from system properties; the POM says which there are and what they are by default.
 *
 * @param rounds how often each variant has its turn in one process, at least 1
 * @param forks how many processes of each variant are measured one after the other, at least 1
 * @param millis what the variant without probes is to take in one turn, in milliseconds of CPU time
 * @param warmMillis for how long each variant runs at least before it is measured, in milliseconds
 */
record Options(
        List<WorkloadName> workloads,
        List<Variant> variants,
        List<Jdk> jdks,
        List<Collector> collectors,
        List<FigureName> figures,
        int rounds,
        int forks,
        int millis,
        int warmMillis,
        Path output) {

    static Options fromSystemProperties() {
        return new Options(
                names("bench.workloads", WorkloadName.values()),
                names("bench.variants", Variant.values()),
                jdks(text("bench.jdks")),
                names("bench.gcs", Collector.values()),
                names("bench.figures", FigureName.values()),
                Integer.parseInt(text("bench.rounds")),
                Integer.parseInt(text("bench.forks")),
                Integer.parseInt(text("bench.millis")),
                Integer.parseInt(text("bench.warm")),
                Path.of(text("bench.output")));
    }

    private static String text(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalArgumentException(property + " is not set; run the benchmarks through Maven");
        }
        return value.strip();
    }

    private static <E extends Enum<E>> List<E> names(String property, E[] all) {
        String wanted = text(property);
        if (wanted.equals("all")) {
            return List.of(all);
        }
        if (wanted.equals("no")) {
            return List.of();
        }
        return Arrays.stream(wanted.split(","))
                .map(name -> find(name.strip(), property, all))
                .toList();
    }

    private static <E extends Enum<E>> E find(String name, String property, E[] all) {
        for (E each : all) {
            if (key(each).equals(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException(
                "'" + name + "' is nothing that " + property + " knows; choose all, no or some of "
                        + Arrays.stream(all).map(Options::key).toList());
    }

    /** How an option, the table and the JSON call it. */
    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static List<Jdk> jdks(String wanted) {
        List<Jdk> found = Jdk.found();
        if (wanted.equals("all")) {
            return found;
        }
        List<String> features = Arrays.asList(wanted.split(","));
        List<Jdk> chosen = found.stream()
                .filter(jdk -> features.contains(String.valueOf(jdk.feature())))
                .toList();
        if (chosen.size() != features.size()) {
            throw new IllegalArgumentException("bench.jdks=" + wanted + ", but found are "
                    + found.stream().map(Jdk::feature).toList());
        }
        return chosen;
    }
}
