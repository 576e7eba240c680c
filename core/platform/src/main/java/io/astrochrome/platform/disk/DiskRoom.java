package io.astrochrome.platform.disk;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The room on the disk that the service keeps its files under way on. Thread-safe. */
@Singleton
public final class DiskRoom {
    private final Path folder;
    private final long leastBytes;

    DiskRoom(DiskConfig config) {
        if (config.leastBytes() < 0) {
            throw new IllegalArgumentException(
                    "astrochrome.disk.least-bytes must not be negative, not " + config.leastBytes());
        }
        this.folder = config.folder().orElse(Path.of(System.getProperty("java.io.tmpdir")));
        this.leastBytes = config.leastBytes();
    }

    /** What the service may still write; 0 where the disk does not say. */
    public long freeBytes() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }

    boolean isEnough() {
        return freeBytes() >= leastBytes;
    }

    /** For people. */
    @Override
    public String toString() {
        return freeBytes() + " bytes are free at " + folder + ", where " + leastBytes + " are needed";
    }
}
