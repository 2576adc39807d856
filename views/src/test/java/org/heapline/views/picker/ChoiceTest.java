package org.heapline.views.picker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static Choice choice(String... patterns) {
        return new Choice(List.of(patterns));
    }

    @Test
    void tellsWhichPatternCoversAMethod() {
        Choice choice = choice("@Profile", "com.acme.json.**", "com.acme.Cart#add");
        assertEquals("com.acme.Cart#add", choice.covering("com.acme.Cart", "add"));
        assertEquals("com.acme.json.**", choice.covering("com.acme.json.in.Reader", "read"));
        assertNull(choice.covering("com.acme.Cart", "remove"));
    }

    @Test
    void aPatternBesideTheOwnClassesKeepsTheirPackages() {
        Choice wider = choice().with("org.lib.Json#write", () -> List.of("com.acme.Cart", "com.acme.Shop", "Main"));
        assertEquals(List.of("com.acme.*", "Main", "org.lib.Json#write"), wider.patterns());
    }

    @Test
    void theSamePatternStandsOnce() {
        assertEquals(List.of("com.acme.*"), choice("com.acme.*", "com.acme.*").patterns());
    }

    @Test
    void aMethodIsTakenOutByItself() {
        assertEquals(
                choice("com.acme.Shop"),
                choice("com.acme.Shop", "com.acme.Cart#add").withoutMethod("com.acme.Cart", "add", List.of("add")));
    }

    @Test
    void theLastMethodCannotBeTakenOutForThatWouldMeanAllOwnClasses() {
        assertNull(choice("com.acme.Cart#add").withoutMethod("com.acme.Cart", "add", List.of("add", "remove")));
    }

    @Test
    void ofAClassTheOtherMethodsStay() {
        assertEquals(
                choice("com.acme.Cart#remove"),
                choice("com.acme.Cart#*").withoutMethod("com.acme.Cart", "add", List.of("add", "remove")));
    }

    @Test
    void aWiderPatternIsNotTornApart() {
        assertNull(choice("com.acme.**").withoutMethod("com.acme.Cart", "add", List.of("add", "remove")));
        assertNull(choice().withoutMethod("com.acme.Cart", "add", List.of("add")));
    }
}
