package org.heapline.agent.code;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Loops of all forms, and where their headers are entered. See {@link Samples}. */
final class LoopSamples {
    private LoopSamples() {}

    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of("a for loop enters its header once more than its body", """
                    public class Sample {
                        static Object sink;
                        public static void run() {
                            for (int i = 0; i < 12; i++) {      //# 13 0
                                sink = new byte[1024];          //# 12 12480
                            }
                        }                                       //# 1 0
                    }
                    """),
                Arguments.of("a for-each loop too", """
                    public class Sample {
                        static Object sink;
                        public static void run() {
                            java.util.List<String> all = java.util.Arrays.asList("a", "b", "c");
                            for (String each : all) {           //# 4
                                sink = new byte[8];             //# 3 72
                            }
                            for (char c : new char[5]) {        //# 6 32
                                sink = new byte[c];             //# 5 80
                            }
                        }
                    }
                    """),
                Arguments.of("while and do-while, with continue and break", """
                    public class Sample {
                        public static void run() {
                            int n = 0;
                            while (n < 10) {                    //# 5
                                n++;                            //# 5
                                if (n % 2 == 0) {               //# 5
                                    continue;                   //# 2
                                }
                                if (n > 4) {                    //# 3
                                    break;                      //# 1
                                }
                            }
                            do {
                                n--;                            //# 5
                            } while (n > 0);                    //# 5
                        }
                    }
                    """),
                Arguments.of("a loop on one line is entered once a round", """
                    public class Sample {
                        static Object sink;
                        public static void run() {
                            for (int i = 0; i < 12; i++) sink = new byte[1024]; //# 13 12480
                            int n = 0;
                            do n++; while (n < 5);              //# 5 0
                        }
                    }
                    """),
                Arguments.of("a jump that branches share belongs to no line", """
                    public class Sample {
                        static int sum;
                        public static void run() {
                            int n = 0;
                            while (n < 20000) {                 //# 20001
                                n++;                            //# 20000
                                if (n % 2 == 0) {               //# 20000
                                    continue;                   //# 10000
                                }
                                if (n % 3 == 0) {               //# 10000
                                    sum++;                      //# 3333
                                } else if (n % 5 == 0) {        //# 6667
                                    sum += 2;                   //# 1333
                                } else {
                                    sum += 3;                   //# 5334
                                }
                            }
                            while (n > 0) {                     //# 20001
                                n--;                            //# 20000
                                if (n % 2 == 0)                 //# 20000
                                    sum++;                      //# 10000
                            }
                        }
                    }
                    """),
                Arguments.of("nested and labelled loops", """
                    public class Sample {
                        public static void run() {
                            int n = 0;
                            outer:
                            for (int i = 0; i < 4; i++) {       //# 5
                                for (int j = 0; j < 4; j++) {   //# 14
                                    if (j > i) {                //# 13
                                        continue outer;         //# 3
                                    }
                                    n++;                        //# 10
                                }
                            }
                        }
                    }
                    """));
    }
}
