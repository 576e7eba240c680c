package io.astrochrome.ingest.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Moves handled files out of the way: into {@value #TAKEN} or {@value #REFUSED} under the watched folder, with their
 * subfolders, a refused one with its reason in a text file beside it. A file of the same name that is there already stays.
 */
record MovedFiles(Path folder) implements HandledFiles {
    static final String TAKEN = ".processed";
    static final String REFUSED = ".rejected";

    @Override
    public boolean contains(Path file, FileState state) {
        return false; // what was handled is no longer there
    }

    @Override
    public void taken(Path file, FileState state) throws IOException {
        move(file, TAKEN);
    }

    @Override
    public void refused(Path file, FileState state, String reason) throws IOException {
        Path moved = move(file, REFUSED);
        Files.writeString(
                moved.resolveSibling(moved.getFileName() + ".reason.txt"), reason + "\n", StandardCharsets.UTF_8);
    }

    private Path move(Path file, String where) throws IOException {
        Path wanted = folder.resolve(where).resolve(folder.relativize(file));
        Files.createDirectories(wanted.getParent());
        Path free = wanted;
        for (int n = 2; Files.exists(free); n++) {
            free = wanted.resolveSibling(n + "-" + wanted.getFileName());
        }
        return Files.move(file, free);
    }
}
