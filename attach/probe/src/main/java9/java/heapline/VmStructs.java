package java.heapline;

import java.lang.reflect.Method;
import jdk.internal.misc.Unsafe;

/** The table in which HotSpot tells debuggers where its fields lie. */
final class VmStructs {
    private final Unsafe unsafe;
    private final long entries;
    private final long typeName;
    private final long fieldName;
    private final long offset;
    private final long stride;

    VmStructs(Unsafe unsafe) {
        this.unsafe = unsafe;
        entries = value("gHotSpotVMStructs");
        typeName = value("gHotSpotVMStructEntryTypeNameOffset");
        fieldName = value("gHotSpotVMStructEntryFieldNameOffset");
        offset = value("gHotSpotVMStructEntryOffsetOffset");
        stride = value("gHotSpotVMStructEntryArrayStride");
    }

    /** Where a field lies in its type. */
    long offset(String type, String field) {
        for (long entry = entries; ; entry += stride) {
            long name = unsafe.getLong(entry + typeName);
            if (name == 0) {
                throw new UnsupportedOperationException("this JVM does not export " + type + "::" + field);
            }
            if (isText(name, type) && isText(unsafe.getLong(entry + fieldName), field)) {
                return unsafe.getLong(entry + offset);
            }
        }
    }

    private boolean isText(long address, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (unsafe.getByte(address + i) != text.charAt(i)) {
                return false;
            }
        }
        return unsafe.getByte(address + text.length()) == 0;
    }

    private long value(String symbol) {
        long address = address(symbol);
        if (address == 0) {
            throw new UnsupportedOperationException("this JVM does not export " + symbol);
        }
        return unsafe.getLong(address);
    }

    private static long address(String symbol) {
        for (Method each : ClassLoader.class.getDeclaredMethods()) {
            if (each.getName().equals("findNative")) {
                try {
                    each.setAccessible(true);
                    Object[] arguments = each.getParameterCount() == 2
                            ? new Object[] {null, symbol}
                            : new Object[] {null, VmStructs.class, symbol, "heapline"};
                    return (Long) each.invoke(null, arguments);
                } catch (ReflectiveOperationException | RuntimeException e) {
                    throw new UnsupportedOperationException("symbols of this JVM cannot be looked up: " + e, e);
                }
            }
        }
        throw new UnsupportedOperationException("symbols of this JVM cannot be looked up");
    }

    /** Where a virtual thread has its carrier; 0 where there are none. */
    static long carrier(Unsafe unsafe, Class<?> virtual) {
        return virtual == null ? 0 : unsafe.objectFieldOffset(virtual, "carrierThread");
    }
}
