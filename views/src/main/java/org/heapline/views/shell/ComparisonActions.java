package org.heapline.views.shell;

import org.heapline.profile.format.ReportFormat;
import org.heapline.views.compare.ComparedLine;
import org.heapline.views.compare.ComparisonView;

/** What a comparison asks of the window. */
final class ComparisonActions implements ComparisonView.Actions {
    private final WindowTab.OfComparison compared;
    private final WindowDesk desk;

    ComparisonActions(WindowTab.OfComparison compared, WindowDesk desk) {
        this.compared = compared;
        this.desk = desk;
    }

    @Override
    public void export(ReportFormat format) {
        desk.export(compared, format);
    }

    @Override
    public void look(ComparedLine line) {
        desk.look(compared, line);
    }
}
