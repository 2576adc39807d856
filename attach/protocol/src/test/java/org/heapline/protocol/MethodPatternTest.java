package org.heapline.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodPatternTest {
    @ParameterizedTest
    @CsvSource({
        "com.acme.Cart, com.acme.Cart, true",
        "com.acme.Cart, com/acme/Cart, true",
        "com.acme.Cart, com.acme.Cart$Item, true",
        "com.acme.Cart, com.acme.Cart$1$Deep, true",
        "com.acme.Cart, com.acme.CartOther, false",
        "com.acme.Cart#add, com.acme.Cart, true",
        "com.acme.Cart#add, com.acme.Cart$Item, false",
        "com.acme.*, com.acme.Cart, true",
        "com.acme.*, com.acme.Cart$Item, true",
        "com.acme.*, com.acme.deep.Cart, false",
        "com.acme.**, com.acme.deep.Cart, true",
        "com.acme.**, com.acme.Cart, true",
        "com.acme.**, com.acmeother.Cart, false",
        "com.*.Cart, com.acme.Cart, true",
        "**Service, com.acme.OrderService, true",
        "Main, Main, true",
        "Main, com.acme.Main, false",
    })
    void matchesClasses(String pattern, String className, boolean expected) {
        assertEquals(expected, MethodPattern.parse(pattern).matchesClass(className));
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Cart#add, add, true",
        "com.acme.Cart#add, addAll, false",
        "com.acme.Cart#add*, addAll, true",
        "com.acme.Cart#*, <init>, true",
        "com.acme.Cart, anything, true",
        "com.acme.Cart#add, lambda$add$0, true",
        "com.acme.Cart#add, lambda$addAll$0, false",
        "com.acme.Cart#add, add$lambda$3, true",
        "com.acme.Cart#add, add$lambda-3, true",
        "com.acme.Cart#add, $anonfun$add$1, true",
        "com.acme.Cart#<init>, <init>, true",
        "com.acme.Cart#<init>, lambda$new$2, true",
        "com.acme.Cart#<clinit>, lambda$static$0, true",
        "com.acme.Cart#add(I)V, add, true",
    })
    void matchesMethods(String pattern, String method, boolean expected) {
        assertEquals(expected, MethodPattern.parse(pattern).matchesMethod(method));
    }

    @Test
    void anAnnotationIsMeantByItsSimpleName() {
        MethodPattern pattern = MethodPattern.parse("@Profile");
        assertTrue(pattern.matchesAnnotation("Lcom/acme/Profile;"));
        assertTrue(pattern.matchesAnnotation("LProfile;"));
        assertTrue(pattern.matchesAnnotation("Lcom/acme/Markers$Profile;"));
        assertFalse(pattern.matchesAnnotation("Lcom/acme/MyProfile;"));
        assertFalse(pattern.matchesClass("Profile"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "#add", "com.acme.Cart#", "com..acme", "com.acme.", ".com", "a b", "@", "x#y#z", "a/b"})
    void saysWhyAPatternIsNone(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> MethodPattern.parse(text))
                .getMessage();
        assertTrue(message.contains("com.acme.Cart#add"), message);
    }
}
