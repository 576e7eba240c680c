package io.astrochrome.preprocess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where files lie while a frame is worked on. */
record WorkFolder(Path path) {
    static WorkFolder under(Path path) throws IOException {
        return new WorkFolder(Files.createDirectories(path));
    }

    /** A file that is not there yet and is deleted when it is closed. */
    WorkFile file(String suffix) {
        try {
            Files.createDirectories(path);
            return new WorkFile(Files.createTempFile(path, "frame-", suffix));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " takes no file", e);
        }
    }

    /** A folder of this process alone; those of processes that have ended are deleted. */
    Path ofThisProcess(String name) {
        try (Stream<Path> folders = Files.list(path)) {
            for (Path folder : folders.filter(one -> isLeftOver(one, name)).toList()) {
                delete(folder);
            }
            return Files.createDirectories(
                    path.resolve(name + "-" + ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " takes no folder for " + name, e);
        }
    }

    private static boolean isLeftOver(Path folder, String name) {
        String own = folder.getFileName().toString();
        if (!own.matches(name + "-\\d{1,18}")) {
            return false;
        }
        long pid = Long.parseLong(own.substring(name.length() + 1));
        return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path old : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(old);
            }
        }
    }

    /** A file for as long as it is needed. */
    record WorkFile(Path path) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(path + " cannot be deleted", e);
            }
        }
    }
}
