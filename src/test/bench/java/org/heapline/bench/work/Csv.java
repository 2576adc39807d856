package org.heapline.bench.work;

/** The worst case for line probes: CSV read character by character, one or two bytecodes of work a line. */
public final class Csv implements Workload {
    private final String text = Records.csv(500);
    private final StringBuilder field = new StringBuilder();
    private long sum;

    @Override
    public long run(int size) {
        sum = 0;
        long rows = 0;
        for (int i = 0; i < size; i++) {
            rows += parse(text);
        }
        return sum * 31 + rows;
    }

    private int parse(String csv) {
        int rows = 0;
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                endField();
            } else if (c == '\n') {
                endField();
                rows++;
            } else {
                field.append(c);
            }
        }
        return rows;
    }

    private void endField() {
        String value = field.toString();
        field.setLength(0);
        sum = sum * 31 + value.hashCode();
    }
}
