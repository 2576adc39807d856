package org.heapline.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNamesTest {
    private static final List<String> CLASSES =
            List.of("com.acme.Cart", "com.acme.Order", "com.acme.web.Page", "org.lib.Carton", "Grow");

    @Test
    void findsAClassByItsSimpleName() {
        assertEquals(List.of("Grow"), NearestNames.ofClasses("t.Grov#work", CLASSES, 3));
        assertEquals(List.of("com.acme.Cart", "org.lib.Carton"), NearestNames.ofClasses("Cart", CLASSES, 3));
        assertEquals(List.of("com.acme.Order"), NearestNames.ofClasses("com.acme.order", CLASSES, 3));
    }

    @Test
    void findsAPackageForAPatternAboutOne() {
        assertEquals(List.of("com.acme.*"), NearestNames.ofClasses("com.acm.**", CLASSES, 1));
    }

    @Test
    void findsWhatIsRightButForADot() {
        List<String> classes = List.of("com.acme.Cart", "com.acme.Cart$Item", "com.acme.web.Page");
        assertEquals(List.of("com.acme.Cart$Item"), NearestNames.ofClasses("com.acme.Cart.Item#add", classes, 1));
        assertEquals(List.of("com.acme.Cart"), NearestNames.ofClasses("com.acme.Cart.total", classes, 1));
        assertEquals(List.of("com.acme.*", "com.acme.web.*"), NearestNames.ofClasses("com.acme", classes, 2));
    }

    @Test
    void findsAMethod() {
        assertEquals(List.of("remember"), NearestNames.of("rememeber", List.of("forget", "remember"), 3));
    }

    @Test
    void saysNothingRatherThanNonsense() {
        assertEquals(List.of(), NearestNames.ofClasses("com.acme.Xylophone", CLASSES, 3));
    }
}
