package org.heapline.profile.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LineLayoutTest {
    private static String lay(String text, int... mapping) {
        return LineLayout.lay(text, mapping, FieldLines.of(List.of()));
    }

    @Test
    void codeMovesDownToItsNumberAndBracesStayWithTheirCode() {
        assertEquals("""


                class A {
                 void x() {
                  a();
                  b();
                 }

                 void y() {
                  c();
                 }
                }
                """, lay("""
                        class A {
                         void x() {
                          a();
                          b();
                         }
                         void y() {
                          c();
                         }
                        }
                        """, 5, 3, 6, 4, 10, 7));
    }

    @Test
    void whereThereIsNoRoomLinesAreShared() {
        assertEquals(
                "import a; import b; class A {\n a(); } class B {\n b();\n}\n",
                lay("import a;\n\nimport b;\n\nclass A {\n a();\n}\nclass B {\n b();\n}\n", 2, 6, 3, 9));
    }

    @Test
    void membersComeBackIntoTheOrderOfTheirLines() {
        assertEquals("""
                class A {
                 static {
                  a("}");
                 }
                 int f;

                 class B {
                  void b() {
                   b();
                  }
                 }
                 /* { */ void c() {
                  c();
                 }
                }
                """, lay("""
                        class A {
                         /* { */ void c() {
                          c();
                         }
                         static {
                          a("}");
                         }
                         int f;

                         class B {
                          void b() {
                           b();
                          }
                         }
                        }
                        """, 13, 3, 3, 6, 9, 12));
    }

    @Test
    void aCommentDoesNotSwallowWhatIsPutBehindIt() {
        assertEquals(
                "/* note */ a(); /* $VF: remark */ b();\n", lay("// note\na(); // $VF: remark\nb();\n", 1, 2, 1, 3));
    }

    @Test
    void whatIsOutOfOrderFlowsAndTheRestStaysPinned() {
        // A field's initialiser from the end of the source stands first in the decompiled text.
        assertEquals("\nint f = 9;\na();\nb();\n", lay("int f = 9;\na();\nb();\n", 90, 1, 3, 2, 4, 3));
    }

    @Test
    @Timeout(10)
    void aTextMayBeAsLongAsAClassFileAllows() {
        String literal = "\"{" + "\\\"a{".repeat(16_000) + "\"";
        String text = "class A {\n    static final String F = " + literal + ";\n    void m() {\n        m(" + literal
                + ");\n    }\n    // " + "a".repeat(65_000) + "\n}\n";
        assertEquals(text, lay(text, 4, 4));
    }

    @Test
    void withoutNumbersTheTextStaysAsItIs() {
        assertEquals("a\n\nb\n", lay("a\n\nb\n"));
        assertEquals("", lay("", 5, 1));
        assertEquals("a\n", lay("a\n", 1, 99, 1, 0, 3));
    }

    @Test
    void theMostNumbersThatNeverDescendArePicked() {
        assertArrayEquals(new int[] {0, 3, 0, 4, 4, 0, 7}, LongestAscent.of(new int[] {90, 3, 0, 4, 4, 2, 7}));
        assertArrayEquals(new int[0], LongestAscent.of(new int[0]));
        assertArrayEquals(new int[] {0, 0}, LongestAscent.of(new int[] {0, 0}));
    }
}
