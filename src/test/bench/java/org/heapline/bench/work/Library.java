package org.heapline.bench.work;

import java.util.HashMap;
import java.util.Map;

/** Lines that call the library: split and aggregate in a HashMap. */
public final class Library implements Workload {
    private final String[] lines = Records.csv(500).split("\n");

    @Override
    public long run(int size) {
        Map<String, Integer> totals = new HashMap<>();
        for (int i = 0; i < size; i++) {
            count(totals);
        }
        long sum = 0;
        for (Map.Entry<String, Integer> each : totals.entrySet()) {
            sum += (long) each.getKey().hashCode() * each.getValue();
        }
        return sum;
    }

    private void count(Map<String, Integer> totals) {
        for (String line : lines) {
            String[] fields = line.split(",");
            int price = Integer.parseInt(fields[fields.length - 1]);
            totals.merge(fields[1], price, Integer::sum);
        }
    }
}
