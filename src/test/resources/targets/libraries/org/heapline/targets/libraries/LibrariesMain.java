package org.heapline.targets.libraries;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.heapline.targets.Commands;

/** Loads and links every class of many jars, initialises none, and writes down what became of each. */
public final class LibrariesMain {
    private static final List<Class<?>> LOADED = new ArrayList<Class<?>>();

    private LibrariesMain() {}

    public static void main(String[] args) {
        new Commands()
                .work("load", LibrariesMain::load)
                .work("describe", LibrariesMain::describe)
                .work("transform", () -> Unchanged.transform(LOADED))
                .serve();
    }

    private static void load() {
        try {
            List<URL> urls = new ArrayList<URL>();
            List<String> names = new ArrayList<String>();
            for (String jar : System.getProperty("libraries").split(File.pathSeparator)) {
                urls.add(new File(jar).toURI().toURL());
                addClasses(names, jar);
            }
            ClassLoader loader = new URLClassLoader(
                    urls.toArray(new URL[0]), ClassLoader.getSystemClassLoader().getParent());
            long began = System.nanoTime();
            try (PrintWriter out = new PrintWriter(new File("linked.txt"), "UTF-8")) {
                for (String name : names) {
                    out.println(name + "\t" + link(name, loader));
                }
            }
            System.out.println("took " + (System.nanoTime() - began) / 1000);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addClasses(List<String> names, String jar) throws IOException {
        try (JarFile file = new JarFile(jar)) {
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                String name = entries.nextElement().getName();
                if (name.endsWith(".class") && !name.startsWith("META-INF") && !name.endsWith("-info.class")) {
                    names.add(name.substring(0, name.length() - 6).replace('/', '.'));
                }
            }
        }
    }

    /** Asking for the methods links the class, which verifies it, and does not initialise it. */
    private static String link(String name, ClassLoader loader) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            LOADED.add(type);
            type.getDeclaredMethods();
            return "linked";
        } catch (ClassNotFoundException | LinkageError e) {
            return e.getClass().getName();
        }
    }

    private static void describe() {
        try (PrintWriter out = new PrintWriter(new File("described.txt"), "UTF-8")) {
            for (Class<?> each : LOADED) {
                out.println(each.getName() + "\t" + Members.of(each));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
