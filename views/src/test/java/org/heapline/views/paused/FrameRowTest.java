package org.heapline.views.paused;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.heapline.profile.Trip.Frame;
import org.junit.jupiter.api.Test;

class FrameRowTest {
    @Test
    void methodsAreNamedAsInTheSource() {
        assertEquals("Cart.Item.add", FrameRow.name(new Frame("com.acme.Cart$Item", "add", "Cart.java", 12)));
    }

    @Test
    void theClassesOfLambdasAreNamedAfterWhereTheyStand() {
        assertEquals("Cart (lambda)", FrameRow.name(new Frame("com.acme.Cart$$Lambda$13/0x00007fad74", "run", "", -1)));
        assertEquals("Cart (lambda)", FrameRow.name(new Frame("com.acme.Cart$$Lambda.0x00007fad74", "run", "", -1)));
    }
}
