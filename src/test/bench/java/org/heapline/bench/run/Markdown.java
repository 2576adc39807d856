package org.heapline.bench.run;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The results as a table for readers. */
final class Markdown {
    private final StringBuilder text = new StringBuilder();

    private Markdown() {}

    static String of(Results results) {
        Markdown markdown = new Markdown();
        markdown.heading(results.options());
        if (!results.outcomes().isEmpty()) {
            markdown.ratios(results.outcomes(), results.options().variants());
        }
        if (!results.figures().isEmpty()) {
            markdown.figures(results.figures());
        }
        return markdown.text.toString();
    }

    private void heading(Options options) {
        text.append("CPU time as a multiple of the program's own: median over the rounds (quartiles; quickest against"
                + " quickest).\n");
        text.append(String.format(
                Locale.ROOT,
                "%s, %d processors, load %.1f, JDK %s; %d rounds of %d ms in each of %d JVMs a variant.%n%n",
                System.getProperty("os.name"),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                options.jdks().stream().map(Jdk::version).collect(Collectors.joining(" and ")),
                options.rounds(),
                options.millis(),
                options.forks()));
    }

    private void ratios(List<Outcome> outcomes, List<Variant> variants) {
        text.append("| workload | JDK | collector |");
        for (Variant each : variants) {
            text.append(' ').append(Options.key(each)).append(" |");
        }
        text.append("\n|---|---|---|").append("---|".repeat(variants.size())).append('\n');
        for (Outcome outcome : outcomes) {
            text.append("| ").append(Options.key(outcome.workload()));
            text.append(" | ").append(outcome.jdk().feature());
            text.append(" | ").append(Options.key(outcome.collector())).append(" |");
            for (Variant each : variants) {
                text.append(' ').append(cell(outcome, each)).append(" |");
            }
            text.append('\n');
        }
        text.append('\n');
    }

    private static String cell(Outcome outcome, Variant variant) {
        if (variant == outcome.base()) {
            return "1";
        }
        Ratios ratios = outcome.ratios(variant);
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f-%.2f; %.2f)",
                ratios.median(),
                ratios.lowerQuartile(),
                ratios.upperQuartile(),
                ratios.best());
    }

    private void figures(List<Figure> figures) {
        text.append("| figure | JDK | value | budget |\n|---|---|---|---|\n");
        for (Figure each : figures) {
            text.append(String.format(
                    Locale.ROOT, "| %s | %d | %.2f %s | ", each.name(), each.jdk(), each.value(), each.unit()));
            text.append(Double.isNaN(each.budget()) ? "" : String.format(Locale.ROOT, "%.2f", each.budget()));
            text.append(" |\n");
        }
    }
}
