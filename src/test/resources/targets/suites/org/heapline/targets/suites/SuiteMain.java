package org.heapline.targets.suites;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests in a folder of classes and writes down what became of each: {@code id}, tab, outcome. */
public final class SuiteMain implements TestExecutionListener {
    private final Map<String, String> outcomes = new TreeMap<>();

    private SuiteMain() {}

    public static void main(String[] args) throws IOException, JMException {
        LauncherDiscoveryRequest all = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClasspathRoots(Set.of(Path.of(args[0]))))
                .filters(
                        ClassNameFilter.includeClassNamePatterns(".*Test"),
                        ClassNameFilter.excludeClassNamePatterns(".*PerformanceTest"))
                .build();
        SuiteMain suite = new SuiteMain();
        LauncherFactory.create().execute(all, suite);
        List<String> lines = new ArrayList<>();
        lines.add("profiled methods\t" + profiled()); // Some tests close the standard output.
        suite.outcomes.forEach((id, outcome) -> lines.add(id + "\t" + outcome));
        Files.write(Path.of(args[1]), lines);
        Runtime.getRuntime().halt(0); // Some tests leave threads behind.
    }

    /** How many methods have line probes. */
    private static int profiled() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName agent = new ObjectName("org.heapline:type=Agent");
        return server.isRegistered(agent)
                ? (Integer) ((CompositeData) server.getAttribute(agent, "Progress")).get("methods")
                : 0;
    }

    @Override
    public void executionSkipped(TestIdentifier test, String why) {
        outcomes.put(test.getUniqueId(), "skipped");
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String failure = result.getThrowable().map(each -> " " + each.getClass().getName()).orElse("");
        outcomes.put(test.getUniqueId(), result.getStatus() + failure);
    }
}
