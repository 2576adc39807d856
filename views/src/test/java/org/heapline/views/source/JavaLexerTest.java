package org.heapline.views.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heapline.views.source.Token.Kind;
import org.junit.jupiter.api.Test;

class JavaLexerTest {
    private static String coloured(String line) {
        return coloured(List.of(line)).get(0);
    }

    private static List<String> coloured(List<String> lines) {
        List<List<Token>> tokens = JavaLexer.lex(lines);
        return IntStream.range(0, lines.size())
                .mapToObj(i -> tokens.get(i).stream()
                        .filter(token -> token.kind() != Kind.PLAIN)
                        .map(token -> token.kind() + "<" + lines.get(i).substring(token.start(), token.end()) + ">")
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void tellsKeywordsTypesNumbersAndStringsApart() {
        assertEquals(
                "KEYWORD<final> TYPE<String> STRING<\"a // b\"> NUMBER<0x1F> COMMENT<// c \"d\">",
                coloured("final String s = f(\"a // b\", 0x1F); // c \"d\""));
    }

    @Test
    void constantsAreNoTypes() {
        assertEquals("KEYWORD<int> NUMBER<10_000>", coloured("int MAX_SIZE = 10_000;"));
    }

    @Test
    void quotesAndEscapesEndWhereTheyEnd() {
        assertEquals("STRING<'\"'> STRING<\"\\\"\"> TYPE<Cart>", coloured("f('\"', \"\\\"\", Cart);"));
    }

    @Test
    void commentsReachOverLines() {
        assertEquals(
                List.of("COMMENT</* one>", "COMMENT<two \"x>", "COMMENT<three */> KEYWORD<int>"),
                coloured(List.of("/* one", "two \"x", "three */ int a;")));
    }

    @Test
    void textBlocksReachOverLines() {
        assertEquals(
                List.of(
                        "TYPE<String> STRING<\"\"\">",
                        "STRING<  // no comment \\\"\"\">",
                        "STRING<  \"\"\"> KEYWORD<int>"),
                coloured(List.of("String s = \"\"\"", "  // no comment \\\"\"\"", "  \"\"\"; int a;")));
    }

    @Test
    void annotationsAreColouredButTheirDeclarationsAreKeywords() {
        assertEquals("ANNOTATION<@Override>", coloured("@Override"));
        assertEquals(
                "KEYWORD<public @interface> TYPE<Profile>",
                coloured("public @interface Profile {").replace("> KEYWORD<@", " @"));
    }

    @Test
    void stretchesCoverEachLineWithoutGaps() {
        List<String> lines = List.of("  a.b(\"x\") /* y */ + 'z'; // end", "", "\t}");
        List<List<Token>> tokens = JavaLexer.lex(lines);
        for (int i = 0; i < lines.size(); i++) {
            int at = 0;
            for (Token token : tokens.get(i)) {
                assertEquals(at, token.start());
                assertTrue(token.end() > token.start());
                at = token.end();
            }
            assertEquals(lines.get(i).length(), at);
        }
    }

    @Test
    void brokenTextIsColouredAsFarAsItGoes() {
        assertEquals("KEYWORD<char> STRING<'\\>", coloured("char c = '\\"));
    }
}
