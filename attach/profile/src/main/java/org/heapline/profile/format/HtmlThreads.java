package org.heapline.profile.format;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.heapline.profile.ThreadStats;

/** Which threads took most. Of a single one there is nothing to tell. */
final class HtmlThreads {
    private static final int SHOWN = 30;

    private HtmlThreads() {}

    static void write(List<ThreadStats> threads, Html html) throws IOException {
        if (threads.size() < 2) {
            return;
        }
        long all = threads.stream()
                .mapToLong(thread -> Math.max(0, thread.selfBytes()))
                .sum();
        List<ThreadStats> most = threads.stream()
                .sorted(Comparator.comparingLong(ThreadStats::selfBytes).reversed())
                .limit(SHOWN)
                .toList();
        html.raw("<section id=\"threads\"><h2>Threads<em>by Self of the lines that ran there</em></h2>\n");
        html.raw("<div class=\"scroll\"><table><thead><tr><th>Thread</th><th class=\"left\">What it is</th>"
                + "<th>Self, MiB</th><th>Share</th></tr></thead><tbody>\n");
        for (ThreadStats thread : most) {
            html.raw("<tr>").element("td class=\"wide\"", thread.name().isEmpty() ? "without a name" : thread.name());
            html.element("td class=\"left\"", kind(thread));
            html.mibCell("td", thread.selfBytes());
            html.shareCell(all <= 0 ? 0 : (double) Math.max(0, thread.selfBytes()) / all)
                    .raw("</tr>\n");
        }
        html.raw("</tbody></table></div>\n");
        if (threads.size() > SHOWN) {
            html.element("p class=\"empty\"", "and " + Html.grouped(threads.size() - SHOWN) + " more");
        }
        html.raw("</section>\n");
    }

    private static String kind(ThreadStats thread) {
        if (thread.id() != 0) {
            return "id " + thread.id();
        }
        return Html.grouped(thread.threads()) + (thread.virtual() ? " virtual" : " ended");
    }
}
