package io.astrochrome.imaging.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Decodes bytes by way of a file in a test's folder. */
public record Decoding(Path folder, DecodeLimits limits) {
    /** Enough for every test's frame, little enough that a lie shows. */
    public static final DecodeLimits SMALL = new DecodeLimits(16 << 20, 1 << 20, 64 << 20);

    public Decoding(Path folder) {
        this(folder, SMALL);
    }

    public DecodeOutcome outcome(byte[] bytes) {
        return new FrameDecoder(limits).decode(file(bytes), "test frame");
    }

    public ProbeOutcome probe(byte[] bytes) {
        return new FrameDecoder(limits).probe(file(bytes), "test frame");
    }

    public DecodedFrame frame(byte[] bytes) {
        DecodeOutcome outcome = outcome(bytes);
        assertThat(outcome).isInstanceOf(Decoded.class);
        return ((Decoded) outcome).frame();
    }

    public Rejected rejected(byte[] bytes) {
        DecodeOutcome outcome = outcome(bytes);
        assertThat(outcome).isInstanceOf(Rejected.class);
        return (Rejected) outcome;
    }

    private Path file(byte[] bytes) {
        try {
            return Files.write(folder.resolve("frame"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
