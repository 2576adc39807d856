package org.heapline.profile.source;

/** Picks the most numbers of a row that never descend. */
final class LongestAscent {
    private LongestAscent() {}

    /**
     * @param numbers 0 for none
     * @return the same row with 0 for each number that is not picked
     */
    static int[] of(int[] numbers) {
        int[] ends = new int[numbers.length];
        int[] before = new int[numbers.length];
        int length = 0;
        for (int at = 0; at < numbers.length; at++) {
            if (numbers[at] > 0) {
                int place = firstAbove(numbers, ends, length, numbers[at]);
                before[at] = place == 0 ? -1 : ends[place - 1];
                ends[place] = at;
                length = Math.max(length, place + 1);
            }
        }
        int[] picked = new int[numbers.length];
        for (int at = length == 0 ? -1 : ends[length - 1]; at >= 0; at = before[at]) {
            picked[at] = numbers[at];
        }
        return picked;
    }

    private static int firstAbove(int[] numbers, int[] ends, int length, int number) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (numbers[ends[middle]] > number) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
