package io.astrochrome.ingest.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A frame's bytes on this machine's disk, until it is closed. */
record ReceivedFrame(Path file, String sha256) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
