package org.heapline.targets.tongues;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.heapline.targets.Commands;

/** The same work in other languages of the JVM. */
public final class TonguesMain {
    private TonguesMain() {}

    public static void main(String[] args) throws IOException {
        new Commands()
                .work("Groovy", of("Groovy"))
                .work("Kotlin", of("Kotlin"))
                .work("Scala", of("Scala"))
                .warmUp()
                .serve();
    }

    /** By name: their compilers come before this one's, or after it. */
    private static Runnable of(String language) {
        try {
            Class<?> type = Class.forName("org.heapline.targets.tongues." + language);
            MethodHandle work =
                    MethodHandles.publicLookup().findStatic(type, "work", MethodType.methodType(void.class));
            return () -> {
                try {
                    work.invokeExact();
                } catch (Throwable e) {
                    throw new IllegalStateException(e);
                }
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
