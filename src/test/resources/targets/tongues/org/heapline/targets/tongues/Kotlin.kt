package org.heapline.targets.tongues

import org.heapline.targets.Commands

/** Kotlin: inlined functions, data classes, default arguments, extension functions, sequences. */
object Kotlin {
    private val sizes = listOf(1, 2, 3)

    @JvmStatic
    fun work() {
        twice { // assertOccurrences(3) assertIncrement(bytes(1000)) assertSelf(bytes(1000))
            Commands.sink = ByteArray(100 * it) // assertOccurrences(2) assertIncrement(bytes(100) + bytes(200))
        }
        for (i in 0 until 12) { // assertOccurrences(13) assertIncrement(0)
            Commands.sink = ByteArray(64) // assertOccurrences(12) assertIncrement(12 * bytes(64))
        }
        Commands.sink = measured { IntArray(5) } // assertIncrement(ints(5) + longs(10))
        withDefault(7) // assertIncrement(bytes(7) + bytes(2)) assertSelf(0)
        Commands.sink = Point(1, ByteArray(3)).copy(x = 2) // assertIncrement(2 * object(int, ref) + bytes(3))
        Commands.sink = 12.bytes() // assertIncrement(bytes(12)) assertSelf(0)
        val length = sizes.sumOf { each ->
            ByteArray(each).size // assertOccurrences(3) assertIncrement(bytes(1) + bytes(2) + bytes(3))
        }
        val lambda: (Int) -> ByteArray = { ByteArray(it + length) } // assertOccurrences(work$lambda: 1) assertIncrement(work$lambda: bytes(16))
        Commands.sink = lambda(10) // assertIncrement(bytes(16)) assertSelf(0)
        Commands.sink = choose(sizes) // assertIncrement(bytes(4)) assertSelf(0)
        try {
            fail(5) // assertIncrement(bytes(5)) assertSelf(0)
        } catch (e: IllegalStateException) {
            Commands.sink = ByteArray(6) // assertOccurrences(1) assertIncrement(bytes(6))
        }
    }

    private fun withDefault(size: Int, more: ByteArray = ByteArray(2)) {
        Commands.sink = ByteArray(size + more.size - 2) // assertOccurrences(1) assertIncrement(bytes(7))
    }

    private fun Int.bytes() = ByteArray(this) // assertOccurrences(1) assertIncrement(bytes(12))

    private fun choose(thing: Any): Any = when (thing) {
        is String -> ByteArray(1)
        is List<*> -> ByteArray(4) // assertIncrement(bytes(4))
        else -> thing
    }

    private fun fail(size: Int) {
        Commands.sink = ByteArray(size) // assertOccurrences(1) assertIncrement(bytes(5))
        throw ready // assertOccurrences(1) assertIncrement(0)
    }

    private val ready = IllegalStateException()

    private data class Point(val x: Int, val name: ByteArray)
}
