package org.heapline.agent;

import java.io.File;
import java.io.UnsupportedEncodingException;
import java.net.URL;
import java.net.URLDecoder;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/** Which classes are the application's own: those that came from the same place as its main class. */
final class OwnPlace {
    private static final String SPRING_CLASSES = "/BOOT-INF/classes";

    private final String place;
    private final boolean springBoot;
    private final boolean sourceLauncher;

    private OwnPlace(String place, boolean springBoot, boolean sourceLauncher) {
        this.place = place;
        this.springBoot = springBoot;
        this.sourceLauncher = sourceLauncher;
    }

    /** Looks at how this JVM was started. */
    static OwnPlace find() {
        String command = System.getProperty("sun.java.command", "");
        String classPath = System.getProperty("java.class.path", "");
        String main = command.split(" ")[0];
        if (main.contains("javac.launcher")) {
            return new OwnPlace("", false, true);
        }
        if (command.endsWith(".jar") || command.startsWith(classPath + " ") || command.equals(classPath)) {
            File jar = new File(classPath);
            return new OwnPlace(jar.toURI().toString(), isSpringBoot(), false);
        }
        String name = main.substring(main.indexOf('/') + 1);
        return new OwnPlace(placeOf(name), name.startsWith("org.springframework.boot.loader."), false);
    }

    private static boolean isSpringBoot() {
        return ClassLoader.getSystemResource("BOOT-INF/classes/") != null;
    }

    private static String placeOf(String className) {
        String path = className.replace('.', '/') + ".class";
        URL found = ClassLoader.getSystemResource(path);
        if (found == null) {
            return "";
        }
        String url = found.toString();
        url = url.substring(0, url.length() - path.length());
        if (url.startsWith("jar:") && url.endsWith("!/")) {
            return url.substring(4, url.length() - 2);
        }
        return url;
    }

    /** Whether a class is the application's own. */
    boolean owns(@Nullable ClassLoader loader, @Nullable ProtectionDomain domain) {
        if (loader == null) {
            return false;
        }
        if (sourceLauncher) {
            return loader.getClass().getName().contains("javac.launcher");
        }
        String location = locationOf(domain);
        if (location.isEmpty() || place.isEmpty()) {
            return false;
        }
        return springBoot ? location.contains(SPRING_CLASSES) : plain(location).equals(plain(place));
    }

    /** Without what differs between two ways to write one place: the JVM and the JDK's libraries encode names apart. */
    private static String plain(String url) {
        String plain = url.startsWith("file:///") ? "file:" + url.substring(7) : url;
        try {
            plain = URLDecoder.decode(plain.replace("+", "%2B"), "UTF-8");
        } catch (UnsupportedEncodingException | IllegalArgumentException e) {
            // Taken as it is: such a place is no URL of a file.
        }
        return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** Where a class came from, as a URL, or empty. */
    static String locationOf(@Nullable ProtectionDomain domain) {
        CodeSource source = domain == null ? null : domain.getCodeSource();
        URL location = source == null ? null : source.getLocation();
        return location == null ? "" : location.toString();
    }
}
