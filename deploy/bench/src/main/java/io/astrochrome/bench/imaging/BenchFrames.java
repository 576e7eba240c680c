package io.astrochrome.bench.imaging;

import io.astrochrome.standalone.demo.FitsFrame;
import io.astrochrome.standalone.demo.SimulatedCamera;
import io.astrochrome.standalone.demo.SkyScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Frames to measure with: a real picture before a simulated 16-bit mono camera. */
public final class BenchFrames {
    private static final String SCENE = "ic4628.png";

    private BenchFrames() {}

    /** A FITS file in a temporary folder; deleted when the JVM ends. */
    static Path mono(int side, long seed) throws IOException {
        var file = Files.createTempFile("astrochrome-bench", ".fits");
        file.toFile().deleteOnExit();
        return mono(file, side, side, seed);
    }

    /** A FITS file; the same seed gives the same pixels. */
    public static Path mono(Path file, int width, int height, long seed) throws IOException {
        var samples = new SimulatedCamera(width, height, false).expose(SkyScene.ofResource(SCENE), 0, seed);
        var exposedAt = Instant.ofEpochSecond(1_700_000_000L + seed);
        return Files.write(file, new FitsFrame(width, height, samples, "IC 4628", false, exposedAt).bytes());
    }
}
