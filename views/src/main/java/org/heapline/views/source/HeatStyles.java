package org.heapline.views.source;

import javafx.css.PseudoClass;
import javafx.scene.Node;

/** The states of rows and marks in source.css. */
final class HeatStyles {
    static final PseudoClass STOPPED = PseudoClass.getPseudoClass("stopped");
    static final PseudoClass PROFILED = PseudoClass.getPseudoClass("profiled");
    static final PseudoClass OFFERED = PseudoClass.getPseudoClass("offered");
    static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private static final PseudoClass[] HEAT = new PseudoClass[Heat.MAX + 1];

    static {
        for (int level = 1; level <= Heat.MAX; level++) {
            HEAT[level] = PseudoClass.getPseudoClass("heat-" + level);
        }
    }

    private HeatStyles() {}

    /** Puts the node into the state of a heat, and out of the others. */
    static void heat(Node node, int heat) {
        for (int level = 1; level <= Heat.MAX; level++) {
            node.pseudoClassStateChanged(HEAT[level], level == heat);
        }
    }
}
