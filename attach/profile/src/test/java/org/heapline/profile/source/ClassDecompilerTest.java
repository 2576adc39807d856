package org.heapline.profile.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassDecompilerTest {
    /** Every line whose place is checked carries a text of its own: "@1", "@2" ... */
    private static final String SOURCE = """
            /*
             * A licence, which takes
             * some lines.
             */
            package com.acme;

            import java.util.ArrayList;
            import java.util.List;
            import java.util.function.Supplier;

            /** A shop. */
            public class Shop {
                static final List<String> LOG = new ArrayList<>();

                static {
                    LOG.add("@1");
                    LOG.add("@2");
                }

                private final List<String> items = new ArrayList<>();

                /** Makes one. */
                public Shop(String name) {
                    // a word
                    items.add("@3");

                    if (name == null) {
                        throw new IllegalArgumentException("@4");
                    }
                }

                int total(int n) {
                    int sum = 0;
                    for (int i = 0; i < n; i++) {
                        // twice
                        LOG.add("@5");

                        LOG.add("@6");
                    }
                    for (String item : items) {
                        sum += item.length() + "@7".length();
                    }
                    while (sum > 100) {
                        sum -= "@8".length();
                    }
                    try {
                        LOG.add("@9");
                    } catch (IllegalStateException e) {
                        LOG.add("@10");
                    } finally {
                        LOG.add("@11");
                    }
                    switch (n) {
                        case 1:
                            LOG.add("@12");
                            break;
                        default:
                            LOG.add("@13");
                    }
                    return sum;
                }

                void lambdas() {
                    items.forEach(item -> {
                        LOG.add(item);
                        LOG.add("@14");
                    });
                    Supplier<String> late = () -> {
                        return "@15";
                    };
                    Runnable run = new Runnable() {
                        int count;

                        @Override
                        public void run() {
                            LOG.add("@16");
                        }
                    };
                    run.run();
                    LOG.add(late.get());
                }

                static class Item {
                    String name;

                    Item(String name) {
                        this.name = name + "@17";
                    }

                    class Deep {
                        String deep() {
                            return "@18";
                        }
                    }
                }

                enum Size {
                    SMALL("@22"),

                    LARGE("@23");

                    private final String mark;

                    Size(String mark) {
                        this.mark = mark;
                    }

                    String text() {
                        return "@19";
                    }
                }

                synchronized void last() {


                    LOG.add("@20");
                    assert LOG.size() > 0 : "@21";
                }

                private final String field = "@24".trim();

                static final List<String> MORE = List.of("@25");
            }
            """;

    @TempDir
    Path folder;

    @Test
    void everyStatementStandsOnItsOriginalLine() throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Compiled.into(classes, Map.of("com/acme/Shop.java", SOURCE));
        String text = new ClassDecompiler(Compiled.from(classes)).decompile("com.acme.Shop");
        List<String> original = SOURCE.lines().toList();
        List<String> laid = text.lines().toList();
        Matcher marks = Pattern.compile("\"@\\d+\"").matcher(SOURCE);
        int count = 0;
        while (marks.find()) {
            String mark = marks.group();
            int line = lineOf(mark, original);
            assertEquals(line, lineOf(mark, laid), () -> mark + " in\n" + numbered(laid));
            count++;
        }
        assertEquals(25, count);
        // Nothing may be lost while lines move.
        for (String part : List.of(
                "package com.acme;", "class Shop", "class Item", "class Deep", "enum Size", "import java.util.List;")) {
            assertTrue(text.contains(part), part);
        }
        assertEquals(
                text.chars().filter(c -> c == '{').count(),
                text.chars().filter(c -> c == '}').count());
    }

    @Test
    void aDecompiledTextCompilesAgain() throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Compiled.into(classes, Map.of("com/acme/Shop.java", SOURCE));
        String text = new ClassDecompiler(Compiled.from(classes)).decompile("com.acme.Shop");
        Path again = Files.createDirectory(folder.resolve("again"));
        Compiled.into(again, Map.of("com/acme/Shop.java", text));
        assertTrue(Files.exists(again.resolve("com/acme/Shop$Item$Deep.class")));
    }

    @Test
    void aLibrarysClassIsDecompiledToo() throws Exception {
        String text = new ClassDecompiler(name -> {
                    try (InputStream in = ClassLoader.getSystemResourceAsStream(name.replace('.', '/') + ".class")) {
                        return in == null ? new byte[0] : in.readAllBytes();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .decompile("com.fasterxml.jackson.core.JsonPointer");
        assertTrue(text.contains("public class JsonPointer"), text);
        assertTrue(text.contains("class Segment") || text.contains("PointerSegment"), text);
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Compiled.into(classes, Map.of("com/acme/Shop.java", SOURCE));
        Function<String, byte[]> given = Compiled.from(classes);
        ClassDecompiler decompiler = new ClassDecompiler(name -> {
            Thread.currentThread().interrupt();
            return given.apply(name);
        });
        DecompileException stopped =
                assertThrows(DecompileException.class, () -> decompiler.decompile("com.acme.Shop"));
        assertEquals("decompiling it was cancelled", stopped.getMessage());
        assertTrue(Thread.interrupted(), "who asked is still told that he was interrupted");
        assertTrue(new ClassDecompiler(given).decompile("com.acme.Shop").contains("@1"), "the next one is not");
    }

    @Test
    void saysWhyAClassCannotBeDecompiled() {
        assertEquals("the target cannot give it", reason(name -> new byte[0]));
        assertEquals("the target cannot give it", reason(name -> null));
        assertEquals("it is no class file", reason(name -> new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
        assertTrue(reason(name -> new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 52, 0, 9, 7})
                .contains("cut off"));
        assertEquals("the target did not give it: gone", reason(name -> {
            throw new IllegalStateException("gone");
        }));
    }

    private static String reason(java.util.function.Function<String, byte[]> classFiles) {
        return String.valueOf(
                assertThrows(DecompileException.class, () -> new ClassDecompiler(classFiles).decompile("com.acme.Shop"))
                        .getMessage());
    }

    private static int lineOf(String mark, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(mark)) {
                return i + 1;
            }
        }
        return -1;
    }

    private static String numbered(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(i + 1).append('\t').append(lines.get(i)).append('\n');
        }
        return text.toString();
    }
}
