package org.heapline.views.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JavaOutlineTest {
    private static List<String> outline(String... lines) {
        return SourceText.of("", "", false, String.join("\n", lines)).methods().stream()
                .map(m -> m.pattern() + " " + m.first() + "-" + m.last())
                .toList();
    }

    @Test
    void findsMethodsConstructorsAndInitializers() {
        assertEquals(
                List.of(
                        "com.acme.Cart#<clinit> 4-6",
                        "com.acme.Cart#<init> 7-8",
                        "com.acme.Cart#add 10-14",
                        "com.acme.Cart#all 15-15"),
                outline(
                        "package com.acme;",
                        "import java.util.*;",
                        "public class Cart<T extends Comparable<T>> {",
                        "    static {",
                        "        n = 1;",
                        "    }",
                        "    Cart(int a) {",
                        "    }",
                        "    @Deprecated(since = \"1\")",
                        "    public <R> void add(T item,",
                        "            Map<String, List<T>> more) throws IOException {",
                        "        if (more == null) { return; }",
                        "        more.forEach((k, v) -> { v.add(item); });",
                        "    }",
                        "    List<T> all() { return items; }",
                        "    abstract void later();",
                        "}"));
    }

    @Test
    void methodsOfNestedTypesBelongToThem() {
        assertEquals(
                List.of("Cart$Item#price 3-3", "Cart$Item#<init> 4-4", "Cart$Kind#label 6-6", "Cart$Shape#area 8-8"),
                outline(
                        "class Cart {",
                        "  record Item(int price) {",
                        "    public int price() { return price; }",
                        "    Item { check(price); }",
                        "  }",
                        "  enum Kind { A(1) { int f() { return 1; } }, B(2); Kind(int i); String label() { return \"{\"; } }",
                        "  interface Shape {",
                        "    default int area() { return 0; }",
                        "    int size();",
                        "  }",
                        "}"));
    }

    @Test
    void annotationsAreNoPartOfNames() {
        assertEquals(
                List.of("A#f 4-4"),
                outline("@Singleton", "final class A {", "  @a.b.Named(\"x\") @Override", "  public void f() {}", "}"));
    }

    @Test
    void fieldsWithBodiesAreNoMethods() {
        assertEquals(
                List.of("Cart#run 6-6"),
                outline(
                        "class Cart {",
                        "  int[] sizes = {1, 2, 3};",
                        "  Runnable r = () -> { go(); };",
                        "  Object o = new Object() { public String toString() { return \"}\"; } };",
                        "  @Sizes({1, 2}) int annotated; // void no() {",
                        "  void run() { /* { */ }",
                        "}"));
    }

    @Test
    void theInnermostMethodAtALineIsFound() {
        SourceText text = SourceText.of("", "", false, "class A {\n void f() {\n  int a;\n }\n}");
        assertEquals("A#f", Objects.requireNonNull(text.methodByLine()[3]).pattern());
        assertEquals(null, text.methodByLine()[1]);
    }

    @Test
    void unbalancedTextDoesNoHarm() {
        assertEquals(List.of(), outline("}}} class", "{ ( {"));
    }
}
