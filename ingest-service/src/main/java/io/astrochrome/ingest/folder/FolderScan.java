package io.astrochrome.ingest.folder;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files of a folder and its subfolders, in the order of their paths. Hidden ones, and those whose names say that
 * somebody is still writing, are left out; links are not followed; what cannot be looked at is left out as well.
 */
final class FolderScan {
    private static final Set<String> UNFINISHED = Set.of("part", "tmp", "temp", "partial", "crdownload", "filepart");

    private FolderScan() {}

    static Map<Path, FileState> of(Path folder) throws IOException {
        Map<Path, FileState> files = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean skipped = !directory.equals(folder) && isHidden(directory);
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !isHidden(file) && !isUnfinished(file)) {
                    files.put(file, FileState.of(attributes));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException reason) throws IOException {
                if (file.equals(folder)) {
                    throw reason;
                }
                return FileVisitResult.CONTINUE; // gone since it was listed, or not for us
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException reason) {
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    private static boolean isUnfinished(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return UNFINISHED.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
