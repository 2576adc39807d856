package org.heapline.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.heapline.Threads;
import java.util.HashSet;
import java.util.Set;
import org.heapline.protocol.ProfiledMethod;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of classes with ever new numbers in their names the later ones count together, and nothing else does. */
class KindsTest {
    private static final int[] LINES = {3, 4, 7};

    /** From the tenth line on, of each kind two classes apart. */
    private final Registry registry = new Registry(10, 2);

    @BeforeEach
    void beginAnew() {
        Threads.clear();
    }

    @Test
    void numbersAreWhatNamesOfAKindDifferIn() {
        assertEquals("com.acme.Proxy*", Kinds.nameOf("com.acme.Proxy4711"));
        assertEquals("a.B*$C*x", Kinds.nameOf("a.B12$C3x"));
        assertEquals(Kinds.nameOf("a.B1$2"), Kinds.nameOf(Kinds.nameOf("a.B77$8")));
        String without = "com.acme.Cart";
        assertSame(without, Kinds.nameOf(without));
    }

    @Test
    void untilThereAreManyLinesEachClassHasItsOwnRows() {
        Set<Integer> ids = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            ids.add(define("a.Gen" + i, LINES));
        }
        assertEquals(4, ids.size());
        assertEquals(0, registry.problemsFrom(0).length);
    }

    @Test
    void thenAllButTheFirstOfAKindShareOneRow() {
        fill();
        Set<Integer> apart = Set.of(define("a.Gen11", LINES), define("a.Gen12", LINES));
        assertEquals(2, apart.size());
        int common = define("a.Gen13", LINES);
        assertTrue(!apart.contains(common));
        for (int i = 14; i < 1000; i++) {
            assertEquals(common, define("a.Gen" + i, LINES));
        }
        assertTrue(apart.contains(define("a.Gen11", LINES)), "who had rows keeps them");
        ProfiledMethod method = registry.method(common);
        assertEquals("a.Gen*", method.getClassName());
        assertEquals("(La/Gen*;)V", method.getDescriptor());
        assertEquals("a/Gen*.java", method.getFile());
        assertEquals("this|a.Gen*", registry.variables(common, 0));
        assertEquals(1, registry.problemsFrom(0).length);
        assertEquals("a.Gen*", registry.problemsFrom(0)[0].getWhat());
    }

    @Test
    void numbersOfOneDigitMakeNoKind() {
        fill();
        Set<Integer> ids = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            ids.add(define("a2.Gen" + i, LINES));
        }
        assertEquals(10, ids.size());
        assertEquals(0, registry.problemsFrom(0).length);
    }

    @Test
    void classesWithOtherLinesOrWithoutNumbersKeepTheirs() {
        fill();
        int common = 0;
        for (int i = 11; i < 15; i++) {
            common = define("a.Gen" + i, LINES);
        }
        assertNotEquals(common, define("a.Gen19", new int[] {3, 4, 8}));
        assertNotEquals(common, define("a.Gen", LINES));
        assertNotEquals(common, define("a.Other15", LINES));
        assertNotEquals(define("a.Cart", LINES), define("a.Order", LINES));
    }

    @Test
    void aFreshStartForgetsTheKinds() {
        fill();
        int common = 0;
        for (int i = 11; i < 15; i++) {
            common = define("a.Gen" + i, LINES);
        }
        registry.startAfresh();
        assertNotEquals(common, define("a.Gen19", LINES));
    }

    private void fill() {
        for (int i = 0; i < 4; i++) {
            define("a.Plain" + "x".repeat(i), LINES);
        }
    }

    private int define(String className, int[] lines) {
        String path = className.replace('.', '/');
        String[] variables = {"this|" + className};
        return registry.define(className, "run", "(L" + path + ";)V", path + ".java", "", lines.clone(), variables);
    }
}
