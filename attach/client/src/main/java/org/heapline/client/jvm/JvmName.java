package org.heapline.client.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The name under which a user knows a JVM, from its command line. */
final class JvmName {
    private static final List<String> OPTIONS_WITH_VALUE = List.of(
            "-cp",
            "-classpath",
            "--class-path",
            "-p",
            "--module-path",
            "--add-modules",
            "--add-exports",
            "--add-opens",
            "--add-reads",
            "--patch-module",
            "--limit-modules",
            "--upgrade-module-path",
            "--enable-native-access");
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("com.intellij.idea.Main", "IntelliJ IDEA"),
            Map.entry("org.jetbrains.jps.cmdline.Launcher", "IntelliJ build"),
            Map.entry("org.jetbrains.jps.cmdline.BuildMain", "IntelliJ build"),
            Map.entry("org.jetbrains.kotlin.daemon.KotlinCompileDaemon", "Kotlin daemon"),
            Map.entry("org.jetbrains.idea.maven.server.RemoteMavenServer36", "IntelliJ Maven server"),
            Map.entry("org.eclipse.equinox.launcher.Main", "Eclipse"),
            Map.entry("org.netbeans.Main", "NetBeans"),
            Map.entry("org.apache.catalina.startup.Bootstrap", "Tomcat"),
            Map.entry("org.jboss.modules.Main", "WildFly"),
            Map.entry("org.elasticsearch.bootstrap.Elasticsearch", "Elasticsearch"),
            Map.entry("com.sun.enterprise.glassfish.bootstrap.ASMain", "GlassFish"));

    private JvmName() {}

    /**
     * The name from what follows the JVM's own options.
     *
     * @param main class, jar or module, then the program's arguments
     * @param options the JVM's own options, for launchers that say there what they launch
     * @param fallback if there is no main class
     */
    static String of(List<String> main, List<String> options, String fallback) {
        if (main.isEmpty() || main.get(0).isBlank()) {
            return fallback;
        }
        String first = main.get(0);
        List<String> arguments = main.subList(1, main.size());
        if (first.endsWith(".java")) {
            return fileName(first);
        }
        if (first.endsWith(".jar")) {
            return jar(fileName(first), arguments);
        }
        String type = first.substring(first.indexOf('/') + 1);
        String known = KNOWN.get(type);
        if (known != null) {
            return known;
        }
        return switch (type) {
            case "org.codehaus.plexus.classworlds.launcher.Launcher" -> launched("Maven", arguments);
            case "org.gradle.wrapper.GradleWrapperMain", "org.gradle.launcher.GradleMain" ->
                launched("Gradle", arguments);
            case "org.gradle.launcher.daemon.bootstrap.GradleDaemon" -> "Gradle daemon";
            case "worker.org.gradle.process.internal.worker.GradleWorkerMain" ->
                arguments.isEmpty()
                        ? "Gradle worker"
                        : String.join(" ", arguments).replace("'", "");
            case "com.sun.tools.javac.launcher.Main" -> arguments.isEmpty() ? "java" : fileName(arguments.get(0));
            case "org.apache.maven.surefire.booter.ForkedBooter" -> "Maven tests";
            default ->
                type.startsWith("org.springframework.boot.loader.") ? springJar(options, simple(type)) : simple(type);
        };
    }

    private static String jar(String jar, List<String> arguments) {
        if (jar.startsWith("surefirebooter")) {
            return "Maven tests";
        }
        if (jar.startsWith("org.eclipse.equinox.launcher")) {
            return arguments.stream().anyMatch(a -> a.startsWith("org.eclipse.jdt.ls"))
                    ? "Java language server"
                    : "Eclipse";
        }
        return jar.startsWith("gradle-wrapper") ? launched("Gradle", arguments) : jar;
    }

    private static String launched(String tool, List<String> arguments) {
        List<String> goals = new ArrayList<>();
        for (String argument : arguments) {
            if (!argument.startsWith("-")) {
                goals.add(argument);
            }
        }
        return goals.isEmpty() ? tool : tool + ": " + String.join(" ", goals);
    }

    private static String springJar(List<String> options, String fallback) {
        for (int i = 0; i + 1 < options.size(); i++) {
            String option = options.get(i);
            if (option.equals("-cp") || option.equals("-classpath") || option.equals("--class-path")) {
                return fileName(options.get(i + 1));
            }
        }
        return fallback;
    }

    private static String simple(String type) {
        String name = type.substring(type.lastIndexOf('.') + 1);
        return name.isEmpty() ? type : name;
    }

    private static String fileName(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return name.isEmpty() ? path : name;
    }

    /** How many of a {@code java} command line's arguments, the program left out, are the JVM's own options. */
    static int optionCount(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("-jar") || argument.equals("-m") || argument.equals("--module")) {
                return i + 1;
            }
            if (OPTIONS_WITH_VALUE.contains(argument)) {
                i++;
            } else if (!argument.startsWith("-") && !argument.startsWith("@")) {
                return i;
            }
        }
        return arguments.size();
    }
}
