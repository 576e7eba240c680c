package io.astrochrome.fuzz;

import io.astrochrome.imaging.manifest.FrameManifest;
import io.astrochrome.imaging.manifest.ManifestFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A list of frames. */
final class ManifestTarget {
    private ManifestTarget() {}

    static void feed(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("astrochrome-fuzz-", ".csv");
        try {
            FrameManifest.read(Files.write(file, bytes));
        } catch (ManifestFormatException e) {
            // What a person is told.
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
