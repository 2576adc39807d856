package org.heapline.profile.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** One place in which source files may lie. */
sealed interface Place {
    /** No source file that a human wrote is larger. */
    int LARGEST = 16 << 20;

    /** The text of a file below this place's root. */
    Optional<SourceText> read(String file, Archives archives) throws IOException;

    /** What is said when the file is not there. */
    String looked(String file);

    /** Folders and archives that a user names may be either. */
    static Place of(Path root) {
        return Files.isDirectory(root) ? new Folder(root) : new Archive(root, "");
    }

    /** A source root. */
    record Folder(Path root) implements Place {
        @Override
        public Optional<SourceText> read(String file, Archives archives) throws IOException {
            Optional<SourceText> exact = text(root.resolve(file));
            return exact.isPresent() || !file.endsWith(".kt") ? exact : readBelowCommonPackage(file);
        }

        /** Kotlin projects may leave out the folders of the package that all files share. */
        private Optional<SourceText> readBelowCommonPackage(String file) throws IOException {
            int end = file.lastIndexOf('/');
            String declared = "package " + file.substring(0, Math.max(end, 0)).replace('/', '.');
            for (int slash = file.indexOf('/'); slash >= 0; slash = file.indexOf('/', slash + 1)) {
                Optional<SourceText> shorter = text(root.resolve(file.substring(slash + 1)));
                if (shorter.filter(s -> s.text().contains(declared)).isPresent()) {
                    return shorter;
                }
            }
            return Optional.empty();
        }

        @Override
        public String looked(String file) {
            return root.resolve(file).toString();
        }
    }

    /** A single source file, whatever folder its package asks for. */
    record SingleFile(Path path) implements Place {
        @Override
        public Optional<SourceText> read(String file, Archives archives) throws IOException {
            boolean same = path.endsWith(Path.of(file).getFileName());
            return same ? text(path) : Optional.empty();
        }

        @Override
        public String looked(String file) {
            return path.toString();
        }
    }

    /** A jar or zip, with what stands before the package in its entries' names. */
    record Archive(Path path, String prefix) implements Place {
        @Override
        public Optional<SourceText> read(String file, Archives archives) throws IOException {
            if (!Files.isRegularFile(path)) {
                return Optional.empty();
            }
            ZipFile zip = archives.open(path);
            ZipEntry entry = zip.getEntry(prefix + file);
            if (entry == null || entry.isDirectory()) {
                return Optional.empty();
            }
            try (InputStream in = zip.getInputStream(entry)) {
                String text = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
                return Optional.of(new SourceText(text, path + "!" + prefix + file, false));
            }
        }

        @Override
        public String looked(String file) {
            return path + "!" + prefix + file;
        }
    }

    /** The JDK's sources, when it is not known which module a class is of. */
    record AnyModule(Path path) implements Place {
        @Override
        public Optional<SourceText> read(String file, Archives archives) throws IOException {
            if (!Files.isRegularFile(path)) {
                return Optional.empty();
            }
            String module = archives.open(path).stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith("/" + file) && name.indexOf('/') == name.length() - file.length() - 1)
                    .findFirst()
                    .map(name -> name.substring(0, name.indexOf('/') + 1))
                    .orElse("");
            return module.isEmpty() ? Optional.empty() : new Archive(path, module).read(file, archives);
        }

        @Override
        public String looked(String file) {
            return path + "!*/" + file;
        }
    }

    private static Optional<SourceText> text(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            return Optional.empty();
        }
        // Not readString: a file in another encoding is better shown with some wrong letters than not at all.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return Optional.of(new SourceText(text, file.toString(), false));
    }
}
