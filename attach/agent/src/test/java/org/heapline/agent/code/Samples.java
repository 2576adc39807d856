package org.heapline.agent.code;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Code of all shapes. What its lines must read stands on them: {@code //# occurrences} or {@code //# occurrences
 * increment}. An array of n bytes takes 16 + n, rounded up to 8.
 */
final class Samples {
    private Samples() {}

    /** What a sample is about, and its text. */
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
                    """),
                Arguments.of("loops that cannot allocate, with every way out of them", """
                    public class Sample {
                        static int[] numbers = new int[20];
                        static Object sink;
                        static int find(int wanted) {
                            for (int i = 0; i < 20; i++) {      //# 27 0
                                if (numbers[i] == wanted) {     //# 26 0
                                    return i;                   //# 2 0
                                }
                            }
                            return -1;                          //# 1 0
                        }
                        static int rounds(int n) {
                            int sum = 0;                        //# 1 0
                            while (true) {
                                for (int i = 0; i < 10; i++) {  //# 110000 0
                                    sum += i % 3;               //# 100000 0
                                }
                                n--;                            //# 10000 0
                                if (n % 5000 == 0) {            //# 10000 0
                                    sink = new byte[n / 5000];  //# 2 40
                                    sum++;                      //# 2 0
                                }
                                if (n == 0) {                   //# 10000 0
                                    break;                      //# 1 0
                                }
                            }
                            return sum;
                        }
                        static int beyond() {
                            int sum = 0;
                            for (int i = 0; ; i++) {            //# 21
                                sum += i;                       //# 21
                                sum += numbers[i];              //# 21
                                sum ^= 1;                       //# 20
                            }
                        }
                        static int within(String text) {
                            int sum = 0;
                            for (int i = 0; i < 10; i++) {      //# 11
                                try {
                                    sum += text.charAt(i);      //# 10
                                    sum *= 2;                   //# 4 0
                                } catch (IndexOutOfBoundsException e) { //# 6 0
                                    sum++;                      //# 6 0
                                }
                                sum--;                          //# 10 0
                            }
                            return sum;                         //# 1 0
                        }
                        static int oneLine(int[] all) {
                            int sum = 0;
                            for (int each : all) sum += each;   //# 10001 0
                            int n = 10000;
                            do { n--; } while (n > 0);          //# 10000 0
                            while (n < 10000) n++;              //# 10001 0
                            return sum;                         //# 1 0
                        }
                        static int kinds(int n) {
                            int sum = 0;
                            outer:
                            for (int i = 0; i < n; i++) {       //# 5001
                                switch (i % 4) {                //# 5000
                                    case 0:
                                        continue;               //# 1250
                                    case 1:
                                        sum++;                  //# 1250
                                        break;                  //# 1250
                                    case 2:
                                        for (int j = 0; j < 3; j++) { //# 3750
                                            if (j == 2) continue outer; //# 3750
                                        }
                                    default:
                                        sum += i > 2            //# 1250
                                            ? 1
                                            : 2;
                                }
                                sum ^= i;                       //# 2500
                            }
                            return sum;
                        }
                        public static void run() {
                            numbers[3] = 7;
                            numbers[1] = 5;
                            find(7);
                            find(5);
                            find(9);
                            rounds(10000);
                            try {
                                beyond();
                            } catch (ArrayIndexOutOfBoundsException e) {
                                sink = null;                    //# 1
                            }
                            within(new String(new char[4]));
                            oneLine(new int[10000]);
                            kinds(5000);
                        }
                    }
                    """),
                Arguments.of("loops that only call what returns soon", """
                    public class Sample {
                        static StringBuilder out = new StringBuilder(16);
                        static int digits;
                        // The JVM compiles StringBuilder meanwhile, and makes its strings on this thread: only counts are certain.
                        static int text(String all) {
                            int commas = 0;
                            for (int i = 0; i < all.length(); i++) {    //# 20001
                                char c = all.charAt(i);                 //# 20000
                                if (c == ',') {                         //# 20000
                                    commas++;                           //# 4000
                                } else if (isDigit(c)) {                //# 16000
                                    digits++;                           //# 8000
                                } else {
                                    out.append(c);                      //# 8000
                                }
                            }
                            return commas;                              //# 1
                        }
                        private static boolean isDigit(char c) {
                            return c >= '0' && c <= '9';                //# 16000 0
                        }
                        static void oneLine(StringBuilder to) {
                            for (int i = 0; i < 6000; i++) to.append('x');  //# 6001
                            int n = 0;
                            do to.append('y'); while (n++ < 6000);      //# 6001
                        }
                        static void twoCalls(StringBuilder to) {
                            for (int i = 0; i < 5; i++) {               //# 6 0
                                to.append(i)                            //# 5 56
                                    .append('c');                       //# 5 0
                            }
                        }
                        static int square(int n) {
                            return n * n;                               //# 10000 0
                        }
                        static int calls() {
                            int sum = 0;
                            for (int i = 0; i < 10000; i++) {           //# 10001 0
                                sum += square(i);                       //# 10000 0
                            }
                            return sum;
                        }
                        static void thrower(StringBuilder to) {
                            for (int i = 3; ; i--) {                    //# 4
                                int left = i;                           //# 4 0
                                int half = i / 2;                       //# 4 0
                                to.setLength(left);                     //# 4
                                to.append(10 / i);                      //# 4
                            }
                        }
                        int value;
                        void set(int to) {
                            value = to;                                 //# 3 0
                        }
                        int get() {
                            return value;                               //# 4 0
                        }
                        static int through(Sample one) {
                            int sum = 0;
                            for (int i = 0; i < 5; i++) {               //# 5
                                int each = i == 4 ? 0                   //# 5
                                    : one.get();                        //# 5
                                sum += 3 / (4 - i);                     //# 5
                            }
                            return sum;
                        }
                        public static void run() {
                            char[] all = new char[20000];
                            for (int i = 0; i < all.length; i++) {
                                all[i] = (char) (i % 5 == 0 ? ',' : i % 5 < 3 ? '7' : 'a');
                            }
                            String text = new String(all);
                            text(text);
                            oneLine(new StringBuilder(16));
                            twoCalls(new StringBuilder(2));
                            calls();
                            try {
                                thrower(new StringBuilder(16));
                            } catch (ArithmeticException e) {
                                out = null;                             //# 1
                            }
                            Sample one = new Sample();
                            for (int i = 0; i < 3; i++) one.set(i);
                            try {
                                through(one);
                            } catch (ArithmeticException e) {
                                out = null;                             //# 1
                            }
                        }
                    }
                    """),
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
