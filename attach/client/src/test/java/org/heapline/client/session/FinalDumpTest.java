package org.heapline.client.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinalDumpTest {
    private static final int MAGIC = 0x48504C4E;

    @TempDir
    private Path folder;

    private static byte[] whole() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeInt(3);
        out.writeLong(1234);
        out.writeUTF("java.version");
        out.writeInt(6);
        out.writeBytes("17.0.1");
        out.writeUTF("");
        for (long memory : new long[] {100, 200, 300, 400}) {
            out.writeLong(memory);
        }
        out.writeInt(1);
        out.writeInt(0);
        for (String text : new String[] {"com.acme.Cart", "add", "(I)V", "com/acme/Cart.java", "file:/shop/"}) {
            out.writeUTF(text);
        }
        out.writeInt(2);
        out.writeInt(12);
        out.writeInt(13);
        out.writeInt(7);
        for (long value : new long[] {3, 0, 12, 5, 800, 800, 4096}) {
            out.writeLong(value);
        }
        out.writeInt(1);
        out.writeUTF("pool-1-thread-1");
        out.writeLong(23);
        out.writeBoolean(false);
        out.writeInt(1);
        out.writeLong(800);
        out.writeInt(1);
        out.writeUTF("com.acme.Old");
        out.writeUTF("has no line table");
        out.writeInt(MAGIC);
        return bytes.toByteArray();
    }

    private FinalDump read(byte[] bytes) throws IOException {
        return FinalDump.read(Files.write(folder.resolve("final.dump"), bytes));
    }

    @Test
    void holdsWhatTheAgentWrote() throws IOException {
        FinalDump dump = read(whole());
        assertEquals(1234, dump.duration().toMillis());
        assertEquals("17.0.1", dump.properties().getProperty("java.version"));
        assertEquals(100, dump.heapUsed());
        assertEquals(200, dump.heapCommitted());
        assertEquals(300, dump.heapMax());
        assertEquals(400, dump.rss());
        assertEquals("com.acme.Cart", dump.methods().get(0).getClassName());
        assertArrayEquals(new int[] {12, 13}, dump.methods().get(0).getLines());
        assertArrayEquals(new long[] {3, 0, 12, 5, 800, 800, 4096}, dump.changes());
        assertEquals("pool-1-thread-1", dump.threads()[0].getName());
        assertEquals(23, dump.threads()[0].getId());
        assertEquals(800, dump.threads()[0].getSelfBytes());
        assertEquals("has no line table", dump.problems().get(0).why());
    }

    @Test
    void refusesOneThatIsCutOffAnywhere() throws IOException {
        byte[] whole = whole();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            String message = assertThrows(IOException.class, () -> read(cut)).getMessage();
            assertTrue(message.contains("cut off"), message);
        }
    }

    @Test
    void refusesWhatIsNone() throws IOException {
        byte[] foreign = whole();
        foreign[0] = 'X';
        assertThrows(IOException.class, () -> read(foreign));
        byte[] newer = whole();
        newer[7] = 9;
        assertTrue(
                assertThrows(IOException.class, () -> read(newer)).getMessage().contains("version 9"));
    }
}
