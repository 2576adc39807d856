package org.heapline.profile;

/**
 * The JVM that is or was profiled.
 *
 * @param pid process id on its machine
 * @param name the name a user recognises: main class or jar
 * @param jdk the version of its JDK, such as {@code 17.0.15}
 */
public record TargetInfo(long pid, String name, String jdk) {}
