package org.heapline.bench.run;

import java.util.List;
import java.util.Locale;

/** The outcomes as a Markdown table. */
final class Table {
    private Table() {}

    static String of(List<Outcome> outcomes, List<Variant> variants) {
        StringBuilder text = new StringBuilder("| workload | JDK | collector |");
        StringBuilder rule = new StringBuilder("|---|---|---|");
        for (Variant each : variants) {
            text.append(' ').append(Options.key(each)).append(" |");
            rule.append("---|");
        }
        text.append('\n').append(rule).append('\n');
        for (Outcome outcome : outcomes) {
            text.append("| ").append(Options.key(outcome.workload()));
            text.append(" | ").append(outcome.jdk().feature());
            text.append(" | ").append(Options.key(outcome.collector())).append(" |");
            for (Variant each : variants) {
                text.append(' ').append(cell(outcome, each)).append(" |");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String cell(Outcome outcome, Variant variant) {
        if (outcome.turns(variant).isEmpty()) {
            return "";
        }
        List<Double> ratios = outcome.ratios(variant);
        int count = ratios.size();
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f-%.2f) best %.2f",
                ratios.get(count / 2),
                ratios.get(count / 4),
                ratios.get(count * 3 / 4),
                outcome.bestRatio(variant));
    }
}
