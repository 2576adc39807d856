package org.heapline.targets.tongues

import groovy.transform.CompileStatic
import org.heapline.targets.Commands

/** Groovy, compiled as it is and statically. */
class Groovy {
    static void work() {
        for (int i = 0; i < 12; i++) { // assertOccurrences(13)
            fixed(64) // assertOccurrences(12) assertSelf(0)
        }
        [1, 2, 3].each {
            fixed(it) // assertOccurrences(3)
        }
    }

    @CompileStatic
    static void fixed(int size) {
        Commands.sink = new byte[size] // assertOccurrences(15) assertIncrement(12 * bytes(64) + bytes(1) + bytes(2) + bytes(3)) assertSelf(12 * bytes(64) + bytes(1) + bytes(2) + bytes(3))
    }
}
