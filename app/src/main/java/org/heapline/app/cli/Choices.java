package org.heapline.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.heapline.client.MaxMem;
import org.heapline.client.trip.LimitSize;
import org.heapline.client.trip.TripAction;
import org.heapline.profile.Backend;
import org.heapline.profile.MemorySize;
import org.heapline.protocol.MethodPattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads options that take one of a few words, and sizes. */
final class Choices {
    private Choices() {}

    private static <E extends Enum<E>> E pick(Class<E> type, String what, String text) {
        List<E> all = List.of(type.getEnumConstants());
        return all.stream()
                .filter(value -> value.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not " + what + "; choose "
                        + String.join(", ", names(all).toList())));
    }

    private static <E extends Enum<E>> Stream<String> names(List<E> all) {
        return all.stream().map(value -> value.name().toLowerCase(Locale.ROOT));
    }

    /** For {@code --backend}. */
    static final class OfBackend implements ITypeConverter<Backend> {
        @Override
        public Backend convert(String text) {
            return pick(Backend.class, "a backend", text);
        }
    }

    /** For {@code --max-mem-of}. */
    static final class OfMemory implements ITypeConverter<MaxMem.Memory> {
        @Override
        public MaxMem.Memory convert(String text) {
            return read(LimitSize::memory, text);
        }
    }

    /** For {@code --max-mem}. */
    static final class OfLimit implements ITypeConverter<LimitSize> {
        @Override
        public LimitSize convert(String text) {
            return read(LimitSize::parse, text);
        }
    }

    /** For {@code --on-max-mem}. */
    static final class OfAction implements ITypeConverter<TripAction> {
        @Override
        public TripAction convert(String text) {
            return read(TripAction::parse, text);
        }
    }

    /** What cannot be read is a wrong usage. */
    private static <T> T read(Function<String, T> reader, String text) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** For {@code --format}. */
    static final class OfFormat implements ITypeConverter<Format> {
        @Override
        public Format convert(String text) {
            return pick(Format.class, "a format", text);
        }
    }

    /** For {@code --lines}: checked here, so that a slip is found before anything is attached to. */
    static final class OfPattern implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return read(MethodPattern::parse, text).toString();
        }
    }

    /** For {@code PID}. */
    static final class OfPid implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            if (text.matches("[1-9][0-9]{0,17}")) {
                return Long.valueOf(text);
            }
            throw new TypeConversionException(
                    "'" + text + "' is not a process id; 'heapline list' shows those of the JVMs here");
        }
    }

    /** For {@code --rearm}: bytes. */
    static final class OfSize implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return read(MemorySize::parse, text);
        }
    }

    /** For {@code --precision}: decimals. */
    static final class OfPrecision implements ITypeConverter<Integer> {
        private static final int MOST = 9;

        @Override
        public Integer convert(String text) {
            if (text.matches("[0-9]") && Integer.parseInt(text) <= MOST) {
                return Integer.valueOf(text);
            }
            throw new TypeConversionException("'" + text + "' is not a number of decimals; choose 0 to " + MOST);
        }
    }
}
