package org.heapline.views.notices;

import java.time.Instant;
import org.heapline.views.session.Notice;

/**
 * Something that was said.
 *
 * @param when it was said
 * @param from the session that said it; empty for the window itself
 * @param notice what was said
 */
public record PastNotice(Instant when, String from, Notice notice) {
    boolean failed() {
        return notice.kind() == Notice.Kind.FAILED;
    }
}
