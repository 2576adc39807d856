package org.heapline.agent.code;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Code of all shapes. What its lines must read stands on them: {@code //# occurrences} or {@code //# occurrences
 * increment}. An array of n bytes takes 16 + n, rounded up to 8.
 */
final class Samples {
    private Samples() {}

    /** What a sample is about, and its text. */
    static Stream<Arguments> samples() {
        return Stream.of(LoopSamples.samples(), BriefLoopSamples.samples(), MethodSamples.samples())
                .flatMap(each -> each);
    }
}
