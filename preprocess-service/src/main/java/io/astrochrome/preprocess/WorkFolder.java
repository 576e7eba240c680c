package io.astrochrome.preprocess;

import io.astrochrome.platform.attempt.ProcessFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where files lie while a frame is worked on, of this process alone; what earlier ones left is gone. */
record WorkFolder(Path path) {
    static WorkFolder under(Path path) throws IOException {
        return new WorkFolder(ProcessFolder.under(path, FrameConsumer.STAGE));
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

    /** A folder below it. */
    Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " takes no folder for " + name, e);
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
