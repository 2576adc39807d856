package org.heapline.app.desktop;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a window can be opened. JavaFX itself must not be asked: it can be started once only, and a failed start would
 * leave nothing to draw pictures with.
 *
 * @param whyNot why there is none, or empty
 */
record Display(String whyNot) {
    /** {@code :0}, {@code :1.0}, {@code unix:0}: a display of this machine. */
    private static final Pattern LOCAL = Pattern.compile("(?:unix)?:([0-9]+)(?:\\.[0-9]+)?");

    private static final Path SOCKETS = Path.of("/tmp/.X11-unix");

    static Display ofThisProcess() {
        return of(System.getProperty("os.name", ""), System.getenv("DISPLAY"), SOCKETS);
    }

    /** Windows and macOS have one; elsewhere an X server must listen, for JavaFX also where Wayland draws. */
    static Display of(String system, @Nullable String display, Path sockets) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows") || os.startsWith("mac")) {
            return new Display("");
        }
        if (display == null || display.isBlank()) {
            return new Display("there is no display to open a window on");
        }
        Matcher local = LOCAL.matcher(display.strip());
        if (local.matches() && !listens(sockets.resolve("X" + local.group(1)))) {
            return new Display("no X server answers at DISPLAY " + display);
        }
        return new Display("");
    }

    private static boolean listens(Path socket) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            // No socket, or nobody behind it: either way there is no display.
            return false;
        }
    }

    boolean isThere() {
        return whyNot.isEmpty();
    }
}
