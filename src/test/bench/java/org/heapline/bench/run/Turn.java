package org.heapline.bench.run;

/**
 * What one turn of one process took.
 *
 * @param size how much work was done
 * @param checksum what the workload came to
 * @param cpuNanos CPU time of the working thread, or of the process where several threads work
 * @param wallNanos time on the clock
 * @param allocatedBytes what the calling thread allocated
 */
record Turn(int size, long checksum, long cpuNanos, long wallNanos, long allocatedBytes) {
    /** Reads a target's answer. */
    static Turn parse(int size, String answer) {
        String[] parts = answer.split(" ");
        return new Turn(
                size,
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]));
    }

    /** CPU time of one unit of work, in nanoseconds. */
    double cpuNanosPerUnit() {
        return (double) cpuNanos / size;
    }

    /** What the calling thread allocated for one unit of work, in bytes. */
    double allocatedBytesPerUnit() {
        return (double) allocatedBytes / size;
    }
}
