package io.astrochrome.imaging.decode;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The files of a folder and all below it. */
public final class FolderFiles {
    private FolderFiles() {}

    /**
     * In the order of their paths, so that frames of one sequence come in the order of their names. What cannot be looked
     * into, and a link that leads nowhere, stands for itself, so that whoever opens it is told why.
     *
     * @throws IOException where the folder itself cannot be looked into
     */
    public static List<Path> below(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                boolean leadsNowhere = attributes.isSymbolicLink() && !Files.exists(file);
                if (leadsNowhere || Files.isRegularFile(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (file.equals(folder)) {
                    throw failure;
                }
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }
}
