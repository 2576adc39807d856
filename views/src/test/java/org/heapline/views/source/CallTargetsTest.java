package org.heapline.views.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.heapline.profile.LineStats;
import org.heapline.profile.MethodStats;
import org.heapline.views.session.SelectedLine;
import org.junit.jupiter.api.Test;

class CallTargetsTest {
    private static final SourceText TEXT = SourceText.of("", "", false, """
            package com.acme;
            import com.acme.store.Shelf;
            import java.util.List;
            class Cart {
                private final Shelf shelf = new Shelf(12);
                private final List<Item> items = null;
                void add(Item item) {
                    if (check(item)) { items.add(item); } // add(item)
                    shelf.put(item.name());
                    other().settle("check(item)");
                    Prices.of(this::add);
                }
                boolean check(Item item) {
                    return true;
                }
            }
            """);
    private static final SelectedLine FROM = new SelectedLine("com.acme.Cart", "add", "com/acme/Cart.java", "", 8);
    private static final List<MethodStats> PROFILED = List.of(
            method("com.acme.Cart", "add", 8),
            method("com.acme.other.Cart", "add", 3),
            method("com.acme.store.Ledger", "settle", 40),
            method("com.acme.Prices", "of", 21),
            method("com.acme.store.DeepShelf", "put", 9));

    private static MethodStats method(String className, String name, int line) {
        String file = className.replace('.', '/') + ".java";
        return new MethodStats(className, name, "()V", file, "", List.of(new LineStats(line, 1, 1, 1, 1)));
    }

    private static List<String> follow(int line, String name) {
        SourceLine text = TEXT.lines().get(line - 1);
        Call call = Call.at(text, text.text().indexOf(name)).orElseThrow();
        return CallTargets.of(call, "com.acme.Cart", TEXT, PROFILED, FROM).stream()
                .map(there -> there.className() + "#" + there.method() + ":" + there.line())
                .toList();
    }

    @Test
    void aCallOfTheOwnClassLeadsToItsDeclaration() {
        assertEquals(List.of("com.acme.Cart#check:13"), follow(8, "check"));
    }

    @Test
    void whatBelongsToTheJdkLeadsNowhere() {
        assertEquals(List.of(), follow(8, "add"));
    }

    @Test
    void anImportedClassIsKnownByItsNameAloneAndAnObjectMayBeOfAnother() {
        assertEquals(List.of("com.acme.store.Shelf#<init>:0"), follow(5, "Shelf(12"));
        assertEquals(List.of("com.acme.store.DeepShelf#put:9"), follow(9, "put"));
    }

    @Test
    void aCallOnWhatCannotBeNamedLeadsToTheProfiledMethodsOfThatName() {
        assertEquals(List.of("com.acme.store.Ledger#settle:40"), follow(10, "settle"));
    }

    @Test
    void aClassOfTheSamePackageNeedsNoImportAndAReferenceIsACall() {
        assertEquals(List.of("com.acme.Prices#of:21"), follow(11, "of"));
        assertEquals(List.of("com.acme.Cart#add:7"), follow(11, "add"));
    }

    @Test
    void keywordsCommentsAndStringsAreNoCalls() {
        assertEquals(
                List.of("check", "add"),
                Call.in(TEXT.lines().get(7)).stream().map(Call::name).toList());
        assertEquals(
                List.of("other", "settle"),
                Call.in(TEXT.lines().get(9)).stream().map(Call::name).toList());
    }
}
