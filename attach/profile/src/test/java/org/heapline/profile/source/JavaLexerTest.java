package org.heapline.profile.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JavaLexerTest {
    /** Each line's stretches as {@code kind:text}, the plain ones left out. */
    private static String lex(String text) {
        List<String> lines = text.lines().toList();
        List<List<Token>> tokens = JavaLexer.lex(lines);
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            assertEquals(
                    line,
                    tokens.get(i).stream()
                            .map(t -> line.substring(t.start(), t.end()))
                            .collect(Collectors.joining()),
                    "a stretch is missing");
            for (Token token : tokens.get(i)) {
                if (token.kind() != Token.Kind.PLAIN) {
                    seen.append(token.kind().styleClass().substring("code-".length()))
                            .append(':')
                            .append(line, token.start(), token.end())
                            .append('|');
                }
            }
        }
        return seen.toString();
    }

    @Test
    void coloursWordsTextsNumbersAndComments() {
        assertEquals(
                "keyword:final|type:String|string:\"a \\\" // b\"|comment:// \"c\"|",
                lex("final String s = \"a \\\" // b\"; // \"c\""));
        assertEquals("keyword:char|string:'\"'|keyword:int|number:0x1F_2L|", lex("char q = '\"'; int i = 0x1F_2L;"));
        assertEquals("annotation:@Override|keyword:public|keyword:void|", lex("@Override public void x()"));
    }

    @Test
    void commentsAndTextBlocksReachOverLines() {
        assertEquals("comment:/* a|comment: \"b\" // c|comment: */|keyword:int|", lex("/* a\n \"b\" // c\n */ int x"));
        assertEquals(
                "string:\"\"\"|string: \\\"\"\" // no|string: \"\"\"|keyword:new|",
                lex("x = \"\"\"\n \\\"\"\" // no\n \"\"\" new"));
        assertEquals("comment:/**/|keyword:int|", lex("/**/ int x"));
    }

    @Test
    void whatIsNotFinishedEndsWithItsLine() {
        assertEquals("string:\"open|keyword:int|", lex("x = \"open\nint y"));
    }
}
