package org.heapline.targets.tongues

import org.heapline.targets.Commands

/** Its code ends up in whoever calls it, and counts there. */
inline fun twice(block: (Int) -> Unit) {
    Commands.sink = ByteArray(1000)
    block(1)
    block(2)
}

inline fun <T> measured(make: () -> T): T {
    val made = make()
    Commands.sink = LongArray(10)
    return made
}
