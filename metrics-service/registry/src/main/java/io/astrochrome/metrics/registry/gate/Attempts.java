package io.astrochrome.metrics.registry.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Counts how often a model was begun to be measured, on disk: a file that ends the process in native code must not end it
 * for ever.
 */
final class Attempts {
    private final Path folder;

    Attempts(Path folder) {
        this.folder = folder;
    }

    /** One more; how many there were before. */
    int begin(String modelId) {
        try {
            Files.createDirectories(folder);
            Path file = file(modelId);
            int before = Files.exists(file) ? (int) Files.size(file) : 0;
            Files.write(file, new byte[before + 1]);
            return before;
        } catch (IOException e) {
            throw new UncheckedIOException("attempts cannot be counted in " + folder, e);
        }
    }

    /** It was measured, or could not be for a reason that is known. */
    void end(String modelId) {
        try {
            Files.deleteIfExists(file(modelId));
        } catch (IOException e) {
            throw new UncheckedIOException("attempts cannot be counted in " + folder, e);
        }
    }

    private Path file(String modelId) {
        return folder.resolve(modelId + ".attempts");
    }
}
