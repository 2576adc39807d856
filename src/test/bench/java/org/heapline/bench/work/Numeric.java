package org.heapline.bench.work;

/** A numeric loop that allocates nothing: a matrix times a matrix, in place. */
public final class Numeric implements Workload {
    private static final int N = 64;
    private final double[] a = new double[N * N];
    private final double[] b = new double[N * N];
    private final double[] c = new double[N * N];

    @Override
    public long run(int size) {
        for (int i = 0; i < N * N; i++) {
            a[i] = i % 7;
            b[i] = i % 5;
        }
        long sum = 0;
        for (int i = 0; i < size; i++) {
            a[i % a.length] += 1;
            multiply();
            sum += trace();
        }
        return sum;
    }

    private void multiply() {
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                double sum = 0;
                for (int k = 0; k < N; k++) {
                    double x = a[i * N + k];
                    double y = b[k * N + j];
                    sum += x * y;
                }
                c[i * N + j] = sum;
            }
        }
    }

    private long trace() {
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += c[i * N + i];
        }
        return (long) sum;
    }
}
