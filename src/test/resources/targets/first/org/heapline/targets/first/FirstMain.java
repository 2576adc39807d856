package org.heapline.targets.first;

/** Does all it has to do in main and ends with 7. */
public final class FirstMain {
    private FirstMain() {}

    public static void main(String[] args) {
        byte[] first = new byte[1000]; // first
        int length = first.length;
        for (String arg : args) { // arguments
            length += new byte[100].length; // each
        }
        System.out.println("length " + length);
        Runtime.getRuntime().exit(7); // last
    }
}
