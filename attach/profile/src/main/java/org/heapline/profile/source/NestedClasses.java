package org.heapline.profile.source;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** Which classes belong into one source text: a class and those nested in it. */
final class NestedClasses {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int METHOD_HANDLE = 15;
    private static final int METHOD_TYPE = 16;
    private static final int MODULE = 19;
    private static final int PACKAGE = 20;

    private NestedClasses() {}

    /** The name of the class around all others: {@code com.acme.Cart} for {@code com.acme.Cart$Item}. */
    static String topOf(String className) {
        // A name may begin with a dollar of its own.
        int dollar = className.indexOf('$', className.lastIndexOf('.') + 2);
        return dollar < 0 ? className : className.substring(0, dollar);
    }

    /**
     * The classes nested in {@code top} that a class file names.
     *
     * @return names with dots
     * @throws IOException if it is no class file
     */
    static Set<String> namedIn(byte[] classFile, String top) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        if (in.readInt() != MAGIC) {
            throw new IOException("it is no class file");
        }
        in.readInt();
        int count = in.readUnsignedShort();
        String[] texts = new String[count];
        int[] classes = new int[count];
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case UTF8 -> texts[i] = in.readUTF();
                case CLASS -> classes[i] = in.readUnsignedShort();
                case STRING, METHOD_TYPE, MODULE, PACKAGE -> in.skipBytes(2);
                case METHOD_HANDLE -> in.skipBytes(3);
                case LONG, DOUBLE -> {
                    in.skipBytes(8);
                    i++;
                }
                default -> in.skipBytes(4);
            }
        }
        Set<String> named = new TreeSet<>();
        for (int index : classes) {
            String name = texts[index];
            if (index > 0 && name != null && name.startsWith(top.replace('.', '/') + "$")) {
                named.add(name.replace('/', '.'));
            }
        }
        return named;
    }
}
