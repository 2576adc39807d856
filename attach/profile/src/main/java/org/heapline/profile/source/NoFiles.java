package org.heapline.profile.source;

import java.util.jar.Manifest;
import org.jetbrains.java.decompiler.main.extern.IResultSaver;

/** The decompiler wants somewhere to write; nothing of it goes to disk. */
enum NoFiles implements IResultSaver {
    INSTANCE;

    @Override
    public void saveFolder(String path) {}

    @Override
    public void copyFile(String source, String path, String entryName) {}

    @Override
    public void saveClassFile(String path, String qualifiedName, String entryName, String content, int[] mapping) {}

    @Override
    public void createArchive(String path, String archiveName, Manifest manifest) {}

    @Override
    public void saveDirEntry(String path, String archiveName, String entryName) {}

    @Override
    public void copyEntry(String source, String path, String archiveName, String entry) {}

    @Override
    public void saveClassEntry(
            String path, String archiveName, String qualifiedName, String entryName, String content) {}

    @Override
    public void closeArchive(String path, String archiveName) {}
}
