package io.astrochrome.fuzz;

import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.decode.Decoded;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.decode.Rejected;
import io.astrochrome.imaging.prepare.FramePipeline;
import io.astrochrome.imaging.prepare.TensorShape;
import io.astrochrome.imaging.stretch.StretchChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A frame's way from its file to its tensors, within limits as small as a lie is to show. */
final class FrameTarget {
    private static final DecodeLimits LIMITS = new DecodeLimits(4 << 20, 1 << 18, 64 << 20);
    private static final int SIDE = 64;
    private static final FrameDecoder DECODER = new FrameDecoder(LIMITS);
    private static final FramePipeline PIPELINE = new FramePipeline(StretchChoice.DEFAULT);
    private static final Path FILE = file();

    private FrameTarget() {}

    static void feed(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
        DECODER.probe(FILE, "frame");
        var outcome = DECODER.decode(FILE, "frame");
        if (outcome instanceof Rejected rejected && rejected.message().contains("more memory than there is")) {
            throw new IllegalStateException("a number was believed that nobody checked: " + rejected.message());
        }
        if (outcome instanceof Decoded decoded) {
            PIPELINE.prepare(decoded.frame(), new TensorShape.CentreCrop(SIDE));
        }
    }

    private static Path file() {
        try {
            Path file = Files.createTempFile("astrochrome-fuzz-", ".frame");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
