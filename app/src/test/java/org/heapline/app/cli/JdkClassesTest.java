package org.heapline.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkClassesTest {
    private static final int CLASS_FILE = 0xCAFEBABE;

    private final Path here = Path.of(System.getProperty("java.home"));

    @Test
    void classesAreFoundInWhateverModule() {
        try (JdkClasses classes = new JdkClasses(here)) {
            assertEquals(CLASS_FILE, start(classes.read("java/util/BitSet.class")));
            assertEquals(CLASS_FILE, start(classes.read("java/util/logging/Logger.class")));
        }
    }

    @Test
    void whatIsNotThereIsEmpty(@TempDir Path empty) {
        try (JdkClasses classes = new JdkClasses(here);
                JdkClasses none = new JdkClasses(empty)) {
            assertArrayEquals(new byte[0], classes.read("com/acme/Cart.class"));
            assertArrayEquals(new byte[0], none.read("java/util/BitSet.class"));
        }
    }

    private static int start(byte[] file) {
        return ByteBuffer.wrap(file).getInt();
    }
}
