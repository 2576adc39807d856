package org.heapline.targets.first;

/** Ends by an exception that nobody catches. */
public final class ThrowingMain {
    private ThrowingMain() {}

    public static void main(String[] args) {
        int[] numbers = new int[1 << 20]; // takes
        System.out.println("sum " + sum(numbers));
    }

    private static int sum(int[] numbers) {
        int sum = 0;
        for (int i = 0; i <= numbers.length; i++) { // header
            sum += numbers[i]; // throws
        }
        return sum;
    }
}
