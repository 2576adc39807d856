package org.heapline.targets.known;

import java.util.concurrent.TimeUnit;
import org.heapline.targets.Commands;

/** Uses other classes on lines that allocate nothing once those are there. */
final class Uses implements Table {
    private static final int ROUNDS = 1000;

    byte[] ofKnownClasses(Object unit) {
        int sum = 0;
        for (int i = 0; i < ROUNDS; i++) {
            if (unit == TimeUnit.DAYS) { // static field
                sum++;
            }
            TimeUnit same = (TimeUnit) unit; // cast
            sum += same.ordinal(); // ordinal
            sum += unit instanceof Comparable ? 1 : 0; // instanceof
            sum += unit.getClass() == TimeUnit.class ? 1 : 0; // class
            sum += Integer.parseInt("7") + Math.floorMod(sum, 7); // calls
        }
        return new byte[sum > 0 ? 100 : 0]; // known array
    }

    byte[] ofLateClasses() {
        int sum = Late.TABLE.length; // initialises
        sum += Late.TABLE.length; // initialised
        sum += Sub.ROWS.length; // of an interface
        sum += ROWS.length; // of the same
        Commands.sink = this;
        return new byte[sum > 0 ? 200 : 0]; // late array
    }
}
