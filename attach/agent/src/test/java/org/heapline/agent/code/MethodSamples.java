package org.heapline.agent.code;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What is not about loops: exceptions, constructors, branches, arrays. See {@link Samples}. */
final class MethodSamples {
    private MethodSamples() {}

    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of("an exception that leaves the method charges its last line", """
                    public class Sample {
                        static Object sink;
                        static void thrower() {
                            sink = new byte[2000];              //# 1 2016
                            throw new IllegalStateException();  //# 1
                        }
                        public static void run() {
                            thrower();                          //# 1
                        }
                    }
                    """),
                Arguments.of("try, catch and finally", """
                    public class Sample {
                        static Object sink;
                        public static void run() {
                            for (int i = 0; i < 3; i++) {       //# 4 0
                                try {
                                    sink = new byte[8];         //# 3 72
                                    if (i == 1) {               //# 3 0
                                        throw new IllegalStateException(); //# 1
                                    }
                                    sink = null;                //# 2 0
                                } catch (IllegalStateException e) { //# 1 0
                                    sink = new byte[16];        //# 1 32
                                } finally {
                                    sink = new byte[24];        //# 3 120
                                }
                            }
                        }
                    }
                    """),
                Arguments.of("constructors, before and after super and this", """
                    public class Sample {
                        static Object sink;
                        final Object field = new byte[40];      //# 1 56
                        Sample(int n) {
                            this(new byte[n]);                  //# 1 72
                            sink = new byte[n];                 //# 1 16
                        }
                        Sample(byte[] b) {                      //# 1
                            sink = b;                           //# 1 0
                        }
                        public static void run() {
                            sink = new Sample(0);               //# 1
                        }
                    }
                    """),
                Arguments.of("switch, synchronized and recursion", """
                    public class Sample {
                        static Object sink;
                        static int fib(int n) {
                            if (n < 2) {                        //# 177 0
                                return n;                       //# 89 0
                            }
                            return fib(n - 1) + fib(n - 2);     //# 88 0
                        }
                        static synchronized void locked(Object o) {
                            synchronized (o) {                  //# 3 0
                                sink = new byte[8];             //# 3 72
                            }
                        }
                        public static void run() {
                            fib(10);                            //# 1 0
                            for (int i = 0; i < 3; i++) {       //# 4 0
                                switch (i) {                    //# 3 0
                                    case 0:
                                        locked(Sample.class);   //# 1 24
                                        break;                  //# 1 0
                                    default:
                                        locked(Sample.class);   //# 2 48
                                }
                            }
                        }
                    }
                    """),
                Arguments.of("an object that is not yet initialised, across lines and branches", """
                    public class Sample {
                        static Object sink;
                        public static void run() {
                            for (int i = 0; i < 2; i++) {       //# 3 0
                                sink = new StringBuilder(       //# 2
                                        i == 0                  //# 2 0
                                            ? 100               //# 1 0
                                            : 200);             //# 2
                            }
                        }
                    }
                    """),
                Arguments.of("arrays of all sizes", """
                    public class Sample {
                        static Object sink;
                        public static void run() {
                            sink = new byte[100];               //# 1 120
                            sink = new byte[1000];              //# 1 1016
                            sink = new byte[10000];             //# 1 10016
                            sink = new byte[100000];            //# 1 100016
                            sink = new byte[1000000];           //# 1 1000016
                            sink = new byte[10000000];          //# 1 10000016
                            sink = new byte[100000000];         //# 1 100000016
                        }
                    }
                    """));
    }
}
