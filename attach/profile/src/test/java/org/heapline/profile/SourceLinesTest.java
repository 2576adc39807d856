package org.heapline.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceLinesTest {
    private static MethodStats method(String name, LineStats... lines) {
        return new MethodStats("com.acme.Cart", name, "()V", "com/acme/Cart.java", "file:/a.jar", Arrays.asList(lines));
    }

    private static LineStats line(int line, long occurrences, long increment, long self, long mem) {
        return new LineStats(line, occurrences, increment, self, mem);
    }

    @Test
    void aLambdaOnTheLineThatCallsItIsNotCountedTwice() {
        // total(): forEach(i -> new byte[i]): its Increment holds the lambda's 900 bytes, its Self does not.
        MethodStats total = method("total", line(10, 1, 1000, 100, 5000));
        MethodStats lambda = method("lambda$total$0", line(10, 3, 900, 900, 6000));
        assertEquals(List.of(line(10, 4, 1000, 1000, 6000)), SourceLines.merge(List.of(total, lambda)));
    }

    @Test
    void aLambdaThatRanElsewhereIsCountedInFull() {
        // The line only makes the lambda (16 bytes); somebody else runs it.
        MethodStats make = method("make", line(10, 1, 16, 16, 10));
        MethodStats lambda = method("lambda$make$0", line(10, 5, 900, 900, 20), line(11, 5, 50, 50, 30));
        assertEquals(
                List.of(line(10, 6, 916, 916, 20), line(11, 5, 50, 50, 30)), SourceLines.merge(List.of(make, lambda)));
    }

    @Test
    void whatDidNotRunDoesNotHideANegativeIncrement() {
        MethodStats freed = method("free", line(10, 1, -300, -300, 100));
        MethodStats idle = method("lambda$free$0", LineStats.notRun(10), LineStats.notRun(11));
        assertEquals(
                List.of(line(10, 1, -300, -300, 100), LineStats.notRun(11)), SourceLines.merge(List.of(freed, idle)));
        MethodStats other = method("lambda$free$1", line(10, 2, -50, -50, 90));
        assertEquals(List.of(line(10, 3, -50, -350, 100)), SourceLines.merge(List.of(freed, other)));
    }

    @Test
    void aFilesRowsAreThoseOfAllItsMethodsAndOfNoOtherFile() {
        MethodStats first = method("<init>", line(5, 1, 24, 24, 1), line(8, 1, 0, 0, 1));
        MethodStats second = new MethodStats(
                "com.acme.Cart", "<init>", "(I)V", "com/acme/Cart.java", "", List.of(line(5, 2, 48, 48, 1)));
        MethodStats elsewhere =
                new MethodStats("com.acme.Other", "x", "()V", "com/acme/Other.java", "", List.of(line(5, 9, 9, 9, 9)));
        assertEquals(
                List.of(line(5, 3, 72, 72, 1), line(8, 1, 0, 0, 1)),
                SourceLines.ofFile("com/acme/Cart.java", List.of(first, elsewhere, second)));
    }

    @Test
    void lambdasFoldIntoTheMethodTheyStandIn() {
        MethodStats init = method("<init>", line(3, 1, 0, 0, 1), line(40, 1, 0, 0, 1));
        MethodStats add = method("add", line(10, 1, 0, 0, 1), line(14, 1, 0, 0, 1));
        MethodStats addLambda = method("lambda$add$0", line(11, 1, 7, 7, 1));
        MethodStats nested = method("lambda$lambda$add$0$1", line(12, 1, 8, 8, 1));
        MethodStats initLambda = method("lambda$new$2", line(4, 1, 9, 9, 1));
        List<MethodBlock> blocks = MethodBlock.of(List.of(init, add, addLambda, nested, initLambda));
        assertEquals(2, blocks.size());
        assertEquals(List.of(initLambda), blocks.get(0).folded());
        assertEquals(List.of(addLambda, nested), blocks.get(1).folded());
        assertEquals(
                List.of(10, 11, 12, 14),
                blocks.get(1).lines().stream().map(LineStats::line).toList());
        assertTrue(blocks.get(1).ran());
    }

    @Test
    void ofOverloadsTheOneAroundTheLambdaTakesIt() {
        MethodStats first = method("add", line(10, 1, 0, 0, 1), line(14, 1, 0, 0, 1));
        MethodStats second = method("add", line(20, 1, 0, 0, 1), line(24, 1, 0, 0, 1));
        MethodStats lambda = method("lambda$add$0", line(22, 1, 7, 7, 1));
        // This one's body goes on below the last counter of its method: return list.map(x -> {
        MethodStats below = method("lambda$add$1", line(16, 1, 7, 7, 1));
        List<MethodBlock> blocks = MethodBlock.of(List.of(first, second, lambda, below));
        assertEquals(List.of(below), blocks.get(0).folded());
        assertEquals(List.of(lambda), blocks.get(1).folded());
    }

    @Test
    void aLambdaWhoseMethodIsNotProfiledStandsAlone() {
        MethodStats lambda = method("lambda$gone$0", line(22, 1, 7, 7, 1));
        MethodStats ordinary = method("add", line(1, 1, 1, 1, 1));
        List<MethodBlock> blocks = MethodBlock.of(List.of(lambda, ordinary));
        assertSame(lambda, blocks.get(0).method());
        assertSame(ordinary, blocks.get(1).method());
    }

    @Test
    void otherCompilersLambdasFoldTooAndOrdinaryNamesWithADollarDoNot() {
        MethodStats kotlin = method("load", line(10, 1, 0, 0, 1));
        MethodStats kotlinLambda = method("load$lambda$0", line(11, 1, 0, 0, 1));
        MethodStats scalaLambda = method("$anonfun$load$1", line(10, 1, 0, 0, 1));
        MethodStats accessor = method("access$load", line(10, 1, 0, 0, 1));
        MethodStats dollar = method("price$usd", line(10, 1, 0, 0, 1));
        List<MethodBlock> blocks = MethodBlock.of(List.of(kotlin, kotlinLambda, scalaLambda, accessor, dollar));
        assertEquals(2, blocks.size());
        assertEquals(List.of(kotlinLambda, scalaLambda, accessor), blocks.get(0).folded());
    }

    @Test
    void twoLoadersClassesStayTwoBlocks() {
        MethodStats one = method("add", line(10, 1, 0, 0, 1));
        MethodStats same = method("add", line(10, 1, 0, 0, 1));
        assertEquals(2, MethodBlock.of(List.of(one, same)).size());
        assertFalse(MethodBlock.of(List.of(method("never", LineStats.notRun(1))))
                .get(0)
                .ran());
        assertFalse(MethodBlock.of(List.of(method("none"))).get(0).ran());
    }
}
