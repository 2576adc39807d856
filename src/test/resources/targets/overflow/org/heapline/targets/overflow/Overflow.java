package org.heapline.targets.overflow;

import org.heapline.targets.Commands;

/** Calls that go on until the stack is full, wherever that happens to be: in a line, in a library or in a probe. */
final class Overflow {
    private static int depth;

    private Overflow() {}

    static void work() {
        depth = 0;
        try {
            down(new Node(null)); // call
        } catch (StackOverflowError e) {
            Commands.sink = e; // caught
        }
    }

    private static int down(Node node) {
        depth++; // entered
        Node next = new Node(node); // node
        byte[] bytes = new byte[depth % 7 * 8]; // bytes
        try {
            synchronized (next) {
                return down(next) + bytes.length; // deeper
            }
        } finally {
            Commands.sink = bytes; // left
        }
    }

    /** A constructor that calls another one, which calls a method. */
    private static class Linked {
        final Object before;

        Linked(Object before) {
            this.before = same(before); // linked
        }

        private static Object same(Object given) {
            return given; // same
        }
    }

    private static final class Node extends Linked {
        private final byte[] content;

        Node(Node before) {
            super(before == null ? "first" : before); // super
            content = new byte[24]; // content
        }
    }
}
