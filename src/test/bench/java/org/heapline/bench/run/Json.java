package org.heapline.bench.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The results for programs: {@code {"rounds", "forks", "ratios": [...], "figures": [...]}}. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static String of(Results results) throws JsonProcessingException {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("rounds", results.options().rounds());
        root.put("forks", results.options().forks());
        ArrayNode ratios = root.putArray("ratios");
        for (Outcome outcome : results.outcomes()) {
            for (Variant variant : results.options().variants()) {
                put(ratios.addObject(), outcome, variant);
            }
        }
        ArrayNode figures = root.putArray("figures");
        for (Figure each : results.figures()) {
            ObjectNode node = figures.addObject();
            node.put("name", each.name());
            node.put("jdk", each.jdk());
            node.put("value", each.value());
            node.put("unit", each.unit());
            if (!Double.isNaN(each.budget())) {
                node.put("budget", each.budget());
            }
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void put(ObjectNode node, Outcome outcome, Variant variant) {
        node.put("workload", Options.key(outcome.workload()));
        node.put("jdk", outcome.jdk().version());
        node.put("collector", Options.key(outcome.collector()));
        node.put("variant", Options.key(variant));
        Ratios ratios = outcome.ratios(variant);
        node.put("median", ratios.median());
        node.put("lowerQuartile", ratios.lowerQuartile());
        node.put("upperQuartile", ratios.upperQuartile());
        node.put("best", ratios.best());
        node.put("cpuNanosPerUnit", Ratios.quickest(outcome.turns(variant)));
        node.put("allocatedBytesPerUnit", outcome.allocatedBytesPerUnit(variant));
    }
}
