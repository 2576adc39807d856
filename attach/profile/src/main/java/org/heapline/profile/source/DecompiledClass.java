package org.heapline.profile.source;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jetbrains.java.decompiler.main.extern.IContextSource;
import org.jetbrains.java.decompiler.main.extern.IResultSaver;
import org.jspecify.annotations.Nullable;

/** Hands class files to the decompiler and takes the text of one of them back. */
final class DecompiledClass implements IContextSource, IContextSource.IOutputSink {
    private final Map<String, byte[]> classes;
    private final String wanted;
    private @Nullable String text;
    private int[] mapping = {};

    /** @param classes by internal name */
    DecompiledClass(Map<String, byte[]> classes, String wanted) {
        this.classes = classes;
        this.wanted = wanted;
    }

    String text() throws DecompileException {
        if (text == null) {
            throw new DecompileException("the decompiler made nothing of it");
        }
        return text;
    }

    /** Pairs of original line and line in the text. */
    int[] mapping() {
        return mapping;
    }

    @Override
    public String getName() {
        return wanted;
    }

    @Override
    public Entries getEntries() {
        return new Entries(classes.keySet().stream().map(Entry::atBase).toList(), List.of(), List.of());
    }

    @Override
    public InputStream getInputStream(String resource) throws IOException {
        byte[] found = classes.get(resource.replaceFirst("\\.class$", ""));
        if (found == null) {
            throw new FileNotFoundException(resource);
        }
        return new ByteArrayInputStream(found);
    }

    @Override
    public IOutputSink createOutputSink(IResultSaver saver) {
        return this;
    }

    @Override
    public void begin() {}

    @Override
    public void acceptClass(String qualifiedName, String fileName, @Nullable String content, int @Nullable [] lines) {
        if (content != null && (text == null || qualifiedName.equals(wanted))) {
            text = content;
            mapping = lines == null ? new int[0] : lines.clone();
        }
    }

    @Override
    public void acceptDirectory(String directory) {}

    @Override
    public void acceptOther(String path) {}

    @Override
    public void close() {}
}
