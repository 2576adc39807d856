package org.heapline.profile.store;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.heapline.profile.Snapshot;
import org.heapline.profile.format.JsonReport;

/**
 * Snapshots in files: the full JSON report, compressed with gzip. A plain JSON report opens too; what it does not hold
 * (methods that did not run, whole sources) is missing then.
 */
public final class SnapshotFile {
    /** What a snapshot file's name ends with. */
    public static final String EXTENSION = "heapline";

    private static final int GZIP_MAGIC = 0x1f8b;

    private SnapshotFile() {}

    /**
     * Saves a snapshot; a file that is there already is replaced only when everything is written. Where the thread is
     * interrupted before that, this fails.
     *
     * @throws IOException with one line that names the file, the reason and the next step
     */
    public static void save(Snapshot snapshot, Path file) throws IOException {
        AtomicFile.writeBytes(file, out -> {
            GZIPOutputStream gzip = new QuickGzip(out);
            Writer writer = new BufferedWriter(new OutputStreamWriter(gzip, StandardCharsets.UTF_8));
            JsonReport.writeFull(snapshot, writer);
            gzip.finish();
        });
    }

    /**
     * Opens a saved snapshot or a JSON report. Fails where the thread is interrupted meanwhile.
     *
     * @throws SnapshotFormatException if the file is damaged, truncated, foreign or from a newer Heapline
     * @throws IOException if it cannot be read; the message names the file, the reason and the next step
     */
    public static Snapshot open(Path file) throws IOException {
        try (CountingInput counted = new CountingInput(Files.newInputStream(file))) {
            return read(file, counted);
        } catch (SnapshotFormatException e) {
            throw e;
        } catch (IOException e) {
            throw FileFailure.reading(file, e);
        }
    }

    private static Snapshot read(Path file, CountingInput counted) throws IOException {
        BufferedInputStream in = new BufferedInputStream(counted);
        in.mark(2);
        int first = in.read();
        int magic = first << 8 | in.read();
        in.reset();
        if (first < 0) {
            throw new SnapshotFormatException(file + " is empty: it is no Heapline snapshot");
        }
        boolean compressed = magic == GZIP_MAGIC;
        try {
            InputStream text = compressed ? new GZIPInputStream(in, 1 << 16) : in;
            return new SnapshotReader(file, text).read();
        } catch (JsonEOFException e) {
            throw new SnapshotFormatException(
                    file + " is truncated: it ends at " + place(e) + ", in the middle of the report", e);
        } catch (JsonParseException e) {
            throw new SnapshotFormatException(
                    compressed || first == '{'
                            ? file + " is damaged at " + place(e) + ": " + e.getOriginalMessage()
                            : file + " is no Heapline snapshot: it is neither gzip nor a JSON report",
                    e);
        } catch (JsonProcessingException e) {
            throw new SnapshotFormatException(file + " is damaged at " + place(e) + ": " + e.getOriginalMessage(), e);
        } catch (EOFException e) {
            throw new SnapshotFormatException(
                    file + " is truncated: the compressed data ends at byte " + counted.count()
                            + " before the report does",
                    e);
        } catch (ZipException e) {
            throw new SnapshotFormatException(
                    file + " is damaged: its compressed data is wrong before byte " + counted.count() + " ("
                            + e.getMessage() + ")",
                    e);
        }
    }

    /** Whoever saves a snapshot waits for it: the file may be a fifth larger for half the time. */
    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? "an unknown place"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
