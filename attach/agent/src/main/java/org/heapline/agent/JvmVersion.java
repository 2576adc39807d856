package org.heapline.agent;

/** The release of Java that the target runs. */
final class JvmVersion {
    /** Its number: 8 for what calls itself 1.8. */
    static final int FEATURE = feature(System.getProperty("java.specification.version", ""));

    private JvmVersion() {}

    private static int feature(String version) {
        return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    }
}
