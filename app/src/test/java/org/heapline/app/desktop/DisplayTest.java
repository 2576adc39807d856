package org.heapline.app.desktop;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplayTest {
    @TempDir
    private Path sockets;

    @Test
    void withoutTheVariableThereIsNone() {
        assertFalse(Display.of("Linux", null, sockets).isThere());
        assertFalse(Display.of("Linux", " ", sockets).isThere());
    }

    @Test
    void aServerMustListen() throws IOException {
        assertFalse(Display.of("Linux", ":7", sockets).isThere());
        Path socket = sockets.resolve("X7");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertTrue(Display.of("Linux", ":7", sockets).isThere());
            assertTrue(Display.of("Linux", ":7.0", sockets).isThere());
            assertFalse(Display.of("Linux", ":8", sockets).isThere());
        }
        assertTrue(Files.exists(socket), "the socket of a server that died stays behind");
        assertFalse(Display.of("Linux", ":7", sockets).isThere());
    }

    @Test
    void aDisplayOfAnotherMachineIsTakenAtItsWord() {
        assertTrue(Display.of("Linux", "desk.example.org:0", sockets).isThere());
    }

    @Test
    void windowsAndMacHaveOne() {
        assertTrue(Display.of("Windows 11", null, sockets).isThere());
        assertTrue(Display.of("Mac OS X", null, sockets).isThere());
    }
}
