package org.heapline.targets.tongues

import org.heapline.targets.Commands

/** Scala: objects, case classes, pattern matching, comprehensions, by-name arguments, traits with code. */
object Scala extends Draws {
  private val ready = new IllegalStateException
  private final case class Point(x: Int, name: Array[Byte])

  def work(): Unit = {
    var left = 3
    while (left > 0) { // assertOccurrences(4) assertIncrement(0)
      Commands.sink = new Array[Byte](left) // assertOccurrences(3) assertIncrement(bytes(1) + bytes(2) + bytes(3))
      left -= 1 // assertOccurrences(3) assertIncrement(0)
    }
    for (i <- 1 to 12) {
      Commands.sink = new Array[Byte](64) // assertOccurrences(12) assertIncrement(12 * bytes(64))
    }
    Commands.sink = Point(1, new Array[Byte](3)) // assertIncrement(object(int, ref) + bytes(3))
    Commands.sink = choose(Point(4, null)) // assertIncrement(object(int, ref) + bytes(4)) assertSelf(object(int, ref))
    later { // the call is on the line of its last argument
      Commands.sink = new Array[Byte](9) // assertOccurrences($anonfun: 2) assertIncrement($anonfun: 2 * bytes(9)) assertIncrement(work: 2 * bytes(9)) assertSelf(2 * bytes(9))
    }
    draw(5) // assertIncrement(bytes(5)) assertSelf(0)
    try {
      fail(7) // assertIncrement(bytes(7)) assertSelf(0)
    } catch {
      case e: IllegalStateException =>
        Commands.sink = new Array[Byte](6) // assertOccurrences(1) assertIncrement(bytes(6))
    }
  }

  private def choose(thing: Any): Any = thing match {
    case Point(size, _) if size > 3 => new Array[Byte](size) // assertIncrement(bytes(4))
    case _ => thing
  }

  private def later(block: => Unit): Unit = {
    block // assertOccurrences(1) assertIncrement(bytes(9)) assertSelf(0)
    block // assertOccurrences(1) assertIncrement(bytes(9)) assertSelf(0)
  }

  private def fail(size: Int): Unit = {
    Commands.sink = new Array[Byte](size) // assertOccurrences(1) assertIncrement(bytes(7))
    throw ready // assertOccurrences(1) assertIncrement(0)
  }
}

trait Draws {
  def draw(size: Int): Unit = {
    Commands.sink = new Array[Byte](size) // assertIncrement(draw: bytes(5))
  }
}
