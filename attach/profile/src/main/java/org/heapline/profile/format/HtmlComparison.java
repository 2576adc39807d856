package org.heapline.profile.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.heapline.profile.Comparison;
import org.heapline.profile.LineChange;
import org.heapline.profile.LineStats;
import org.heapline.profile.MemorySize;
import org.heapline.profile.MethodChange;
import org.heapline.profile.MethodStats;
import org.heapline.profile.Snapshot;
import org.heapline.profile.source.JavaLexer;
import org.jspecify.annotations.Nullable;

/** A comparison as one self-contained page: a block a method, the largest change first. */
final class HtmlComparison {
    private final Html html;
    private final long largest;

    private HtmlComparison(Html html, long largest) {
        this.html = html;
        this.largest = largest;
    }

    static void write(Comparison comparison, Writer out) throws IOException {
        long largest = comparison.methods().stream()
                .flatMap(m -> m.lines().stream())
                .mapToLong(l -> Math.abs(l.delta()))
                .max()
                .orElse(0);
        new HtmlComparison(new Html(out), largest).page(comparison);
    }

    private void page(Comparison comparison) throws IOException {
        HtmlReport.head(html, comparison.after().target().name() + ": Heapline comparison");
        html.raw("<header>").element("small", "Heapline comparison");
        html.element("h1", comparison.after().target().name()).raw("<ul class=\"chips\">");
        chip("before", comparison.before(), comparison.selfBefore());
        chip("after", comparison.after(), comparison.selfAfter());
        long change = comparison.selfAfter() - comparison.selfBefore();
        html.raw("<li class=\"" + (change > 0 ? "bad" : "ok") + "\">")
                .text(signed(change) + " MiB Self")
                .raw("</li>");
        html.raw("</ul></header>\n<main><section><h2>Changed lines<em>Self, in MiB</em></h2>\n");
        List<MethodChange> changed =
                comparison.methods().stream().filter(MethodChange::changed).toList();
        if (changed.isEmpty()) {
            html.raw("<p class=\"empty\">No line changed.</p>\n");
        }
        for (MethodChange method : changed) {
            method(method);
        }
        html.raw("</section></main>\n</body></html>\n");
        html.flush();
    }

    private void chip(String name, Snapshot snapshot, long self) throws IOException {
        html.raw("<li>").text(name + " ").element("b", MemorySize.format(self));
        html.text(" in " + snapshot.duration().toMillis() / 1000.0 + " s, "
                        + snapshot.target().name())
                .raw("</li>");
    }

    private void method(MethodChange change) throws IOException {
        MethodStats method = change.method();
        html.raw("<details class=\"file\" open><summary>");
        html.element("b", method.className() + "." + method.method());
        html.raw("<span>")
                .text(method.file() + " \u00b7 " + signed(change.delta()) + " MiB")
                .raw("</span></summary>\n");
        html.raw(
                "<div class=\"scroll\"><div class=\"src diff\"><div class=\"row hd\"><span>Before</span><span>After</span>"
                        + "<span>Self before</span><span>Self after</span><span>Change</span><i></i><code>Line contents</code>"
                        + "</div>\n");
        for (LineChange line : change.lines()) {
            line(line);
        }
        html.raw("</div></div></details>\n");
    }

    private void line(LineChange line) throws IOException {
        html.raw("<div class=\"row " + line.state().key() + " d" + weight(line) + "\">");
        number(line.before());
        number(line.after());
        self(line.before());
        self(line.after());
        html.element("span", line.state() == LineChange.State.SAME ? "" : signed(line.delta()));
        html.raw("<i></i><code>");
        List<String> text = List.of(line.text());
        HtmlSources.coloured(line.text(), JavaLexer.lex(text).get(0), html);
        html.raw("</code></div>\n");
    }

    private void number(@Nullable LineStats line) throws IOException {
        html.element("span", line == null ? "" : Integer.toString(line.line()));
    }

    private void self(@Nullable LineStats line) throws IOException {
        if (line == null) {
            html.raw("<span></span>");
        } else {
            html.mibCell("span", line.selfBytes());
        }
    }

    /** 0 to 3: how large the change is beside the largest. */
    private int weight(LineChange line) {
        double share = largest == 0 ? 0 : (double) Math.abs(line.delta()) / largest;
        return share == 0 ? 0 : share < 0.05 ? 1 : share < 0.4 ? 2 : 3;
    }

    private static String signed(long bytes) {
        return (bytes > 0 ? "+" : "") + Html.mib(bytes);
    }
}
