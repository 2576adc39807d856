package org.heapline.bench.run;

/**
 * What one turn of one process took.
 *
 * @param checksum what the workload came to
 * @param cpuNanos CPU time of the working thread, or of the process where several threads work
 * @param wallNanos time on the clock
 * @param allocatedBytes what the calling thread allocated
 */
record Turn(long checksum, long cpuNanos, long wallNanos, long allocatedBytes) {
    /** Reads a target's answer. */
    static Turn parse(String answer) {
        String[] parts = answer.split(" ");
        return new Turn(
                Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]));
    }
}
