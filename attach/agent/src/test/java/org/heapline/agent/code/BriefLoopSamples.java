package org.heapline.agent.code;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Loops whose lines are counted in local variables. See {@link Samples}. */
final class BriefLoopSamples {
    private BriefLoopSamples() {}

    static Stream<Arguments> samples() {
        return Stream.of(
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
                    """));
    }
}
