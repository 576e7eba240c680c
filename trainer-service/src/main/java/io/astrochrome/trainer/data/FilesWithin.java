package io.astrochrome.trainer.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files in a folder and in those below it, and none elsewhere, however the folder is written. */
final class FilesWithin {
    private final Path folder;

    FilesWithin(Path folder) {
        this.folder = folder.toAbsolutePath().normalize(); // of "." nothing is left, which nothing would begin with
    }

    /** The file of that name, relative to the folder; empty where it is none, or lies elsewhere. */
    Optional<Path> find(String name) {
        Path file = folder.resolve(name).normalize();
        return file.startsWith(folder) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }
}
