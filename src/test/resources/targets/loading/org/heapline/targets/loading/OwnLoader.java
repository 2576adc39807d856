package org.heapline.targets.loading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Defines the plugin itself instead of asking its parent for it. */
final class OwnLoader extends ClassLoader {
    private static final String PLUGIN = "org.heapline.targets.loading.Plugin";

    private final boolean saysNames;

    OwnLoader() {
        this(true);
    }

    /** @param saysNames whether the JVM is told the name of a class beside its bytes */
    OwnLoader(boolean saysNames) {
        super(OwnLoader.class.getClassLoader());
        this.saysNames = saysNames;
    }

    Runnable plugin() {
        try {
            return (Runnable) loadClass(PLUGIN).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (!name.equals(PLUGIN)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[4096];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes.write(buffer, 0, read);
            }
            return defineClass(saysNames ? name : null, bytes.toByteArray(), 0, bytes.size());
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
