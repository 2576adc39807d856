package org.heapline.views.source;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.heapline.views.theme.Styles;

/**
 * Where the text that is shown belongs: package, class, method. In little room the package gives way first, then the
 * method, the class last.
 */
final class Crumbs extends Region {
    private static final double GAP = 4;

    /** What is left of a method in less room than this says nothing; of a package, less than a half. */
    private static final double LEAST = 28;

    /** Pixels that are kept for class and method, if they need them: what stands beside gives way before. */
    private static final double KEPT = 150;

    private final Label inPackage = new Label();
    private final Label ofClass = new Label();
    private final Label method = new Label();

    Crumbs() {
        inPackage.getStyleClass().add(Styles.MUTED);
        ofClass.getStyleClass().add(Styles.STRONG);
        ofClass.setId("source-class");
        method.getStyleClass().add(Styles.MUTED);
        getChildren().addAll(inPackage, ofClass, method);
        HBox.setHgrow(this, Priority.ALWAYS);
    }

    /** @param packageName and {@code methodName} may be empty */
    void show(String packageName, String className, String methodName) {
        inPackage.setText(packageName.isEmpty() ? "" : packageName + " \u203a");
        ofClass.setText(className);
        method.setText(methodName.isEmpty() ? "" : "\u203a " + methodName);
    }

    /** How wide package, class and method become where there is so much room for them with their gaps. */
    static double[] widths(double room, double inPackage, double ofClass, double method) {
        double forClass = Math.min(room, ofClass);
        double forMethod = enough(Math.min(room - forClass - GAP, method), method);
        double left = room - forClass - (forMethod > 0 ? forMethod + GAP : 0) - GAP;
        return new double[] {left < inPackage / 2 ? 0 : Math.min(left, inPackage), forClass, forMethod};
    }

    private static double enough(double room, double wanted) {
        return room < Math.min(LEAST, wanted) ? 0 : room;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.min(KEPT, wanted(ofClass) + GAP + wanted(method));
    }

    @Override
    protected double computePrefWidth(double height) {
        // The package takes what the others beside leave.
        return wanted(ofClass) + GAP + wanted(method);
    }

    @Override
    protected double computePrefHeight(double width) {
        return ofClass.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double[] widths = widths(getWidth(), wanted(inPackage), wanted(ofClass), wanted(method));
        double x = place(inPackage, 0, widths[0]);
        x = place(ofClass, x, widths[1]);
        place(method, x, widths[2]);
    }

    private double wanted(Label label) {
        return label.getText().isEmpty() ? 0 : snapSizeX(label.prefWidth(-1));
    }

    private double place(Label label, double x, double width) {
        label.setVisible(width > 0);
        label.resizeRelocate(x, 0, width, getHeight());
        return width > 0 ? x + width + GAP : x;
    }
}
