package org.heapline.views.shell;

import java.util.List;
import org.heapline.client.Attacher;

/**
 * What the desktop starts with.
 *
 * @param attacher reaches the JVMs of this machine
 * @param settings what the window remembers
 * @param attachTo JVMs to attach to at once, such as the demo's
 * @param options how those are attached to
 */
public record DesktopSetup(Attacher attacher, DesktopSettings settings, List<Long> attachTo, Attacher.Options options) {
    public DesktopSetup {
        attachTo = List.copyOf(attachTo);
    }

    /** The desktop without a session. */
    public static DesktopSetup plain(Attacher attacher, DesktopSettings settings) {
        return new DesktopSetup(attacher, settings, List.of(), Attacher.Options.defaults());
    }
}
