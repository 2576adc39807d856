package org.heapline.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The jars that go into a target. They travel inside this program and are put on disk when first needed. */
public final class AgentJars {
    private static final String AGENT = "heapline-agent.jar";
    private static final String PROBE = "heapline-probe.jar";

    private AgentJars() {}

    /**
     * Puts agent and probe side by side into a folder that only this user can write and every user can read, so that a
     * target of another user can load them. What is there already from the same version is used again.
     *
     * @return the agent's jar, for {@code -javaagent} and for attaching
     * @throws IOException if the temporary folder cannot be written; the message names it
     */
    public static Path unpack() throws IOException {
        byte[] agent = resource(AGENT);
        byte[] probe = resource(PROBE);
        Path folder = ownFolder().resolve(hash(agent, probe));
        try {
            createFolder(folder);
            put(folder.resolve(PROBE), probe);
            return put(folder.resolve(AGENT), agent);
        } catch (IOException e) {
            throw new IOException(
                    "the agent cannot be written to " + folder + " (" + e + "); free or open that folder, or choose"
                            + " another with -Djava.io.tmpdir=DIR",
                    e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = AgentJars.class.getResourceAsStream("agent/" + name)) {
            if (in == null) {
                throw new IOException(name + " is missing from this copy of Heapline; build it with: mvn package");
            }
            return in.readAllBytes();
        }
    }

    /** Where {@link #ownFolder} is, unless somebody else has taken that name. */
    public static Path usualFolder() {
        String user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9._-]", "_");
        return Path.of(System.getProperty("java.io.tmpdir"), "heapline-" + user);
    }

    /**
     * A temporary folder that only this user can write; made if it is not there.
     *
     * @throws IOException if the temporary folder cannot be written
     */
    public static Path ownFolder() throws IOException {
        Path folder = usualFolder();
        createFolder(folder);
        if (isOwn(folder)) {
            return folder;
        }
        // Somebody else made a folder of our name: what lies in there is not to be trusted.
        Path fresh = Files.createTempDirectory("heapline-");
        makeReadable(fresh);
        return fresh;
    }

    private static boolean isOwn(Path folder) throws IOException {
        Path probe = Files.createTempFile(Path.of(System.getProperty("java.io.tmpdir")), "heapline", null);
        try {
            return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(probe));
        } finally {
            Files.delete(probe);
        }
    }

    private static void createFolder(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            makeReadable(folder);
        } catch (FileAlreadyExistsException e) {
            return; // from an earlier run; checked by its owner and its content
        }
    }

    private static void makeReadable(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            String rights = Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--";
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        }
    }

    private static Path put(Path file, byte[] content) throws IOException {
        if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            Path beside = Files.createTempFile(file.getParent(), "heapline", ".part");
            Files.write(beside, content);
            makeReadable(beside);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    private static String hash(byte[]... contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] content : contents) {
                digest.update(content);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
