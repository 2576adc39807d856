package org.heapline.views.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/** A plot that does not note which point it draws where: nobody asks, and noting takes longer than drawing. */
final class BarePlot extends XYPlot {
    private static final long serialVersionUID = 1;

    @Override
    public boolean render(
            Graphics2D pen, Rectangle2D area, int index, @Nullable PlotRenderingInfo info, CrosshairState crosshair) {
        return super.render(pen, area, index, null, crosshair);
    }
}
