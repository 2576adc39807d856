package org.heapline.profile.format;

import java.io.IOException;
import org.heapline.profile.Trip;

/** The trip with its stack and locals. */
final class HtmlTrip {
    private HtmlTrip() {}

    static void write(Trip trip, Html html) throws IOException {
        html.raw("<section class=\"trip\" id=\"trip\">").element("h2", "Stopped at MAXMEM");
        html.raw("<p>")
                .text(trip.sentence() + " (" + trip.memory() + ") in thread ")
                .element("b", trip.thread());
        html.text(", at ").element("b", trip.className() + "." + trip.method());
        html.text(" (" + trip.file() + ":" + trip.line() + ")");
        if (trip.approximate()) {
            html.text(" ≈");
        }
        if (!trip.note().isEmpty()) {
            html.text(". " + trip.note());
        }
        if (!trip.locks().isEmpty()) {
            html.text(". It holds " + String.join(", ", trip.locks()));
        }
        html.raw("</p>\n<div>");
        html.raw("<section><h3>Stack</h3><ol>");
        for (int i = 0; i < trip.stack().size(); i++) {
            Trip.Frame frame = trip.stack().get(i);
            String line = frame.line() < 0 ? "" : ":" + frame.line();
            html.element(
                    i == 0 ? "li class=\"on\"" : "li",
                    frame.className() + "." + frame.method() + " (" + frame.fileName() + line + ")");
        }
        html.raw("</ol></section>\n<section><h3>Locals</h3><dl>");
        for (Trip.Local local : trip.locals()) {
            html.element("dt", local.name()).element("dd class=\"type\"", local.type());
            html.element("dd", local.value());
        }
        html.raw("</dl></section></div></section>\n");
    }
}
