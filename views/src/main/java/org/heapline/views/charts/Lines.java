package org.heapline.views.charts;

import org.heapline.views.charts.PixelTimeline.Column;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractXYDataset;

/** One line for JFreeChart, whose points are replaced as a whole. */
final class Lines extends AbstractXYDataset {
    private static final long serialVersionUID = 1;

    private final String name;
    private transient Column points = new Column(0);

    Lines(String name) {
        this.name = name;
    }

    void show(Column newPoints) {
        points = newPoints;
    }

    @Override
    public DomainOrder getDomainOrder() {
        return DomainOrder.ASCENDING;
    }

    @Override
    public int getSeriesCount() {
        return 1;
    }

    @Override
    public Comparable<String> getSeriesKey(int series) {
        return name;
    }

    @Override
    public int getItemCount(int series) {
        return points.size();
    }

    @Override
    public Number getX(int series, int item) {
        return points.time(item);
    }

    @Override
    public double getXValue(int series, int item) {
        return points.time(item);
    }

    @Override
    public Number getY(int series, int item) {
        return points.value(item);
    }

    @Override
    public double getYValue(int series, int item) {
        return points.value(item);
    }
}
