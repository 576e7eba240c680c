package io.astrochrome.imaging.decode;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Decodes frames of every format known here, by their content, never by their names. Thread-safe. Whatever the bytes
 * are, the outcome is a frame or a {@link Rejected}: within the limits' memory, and without an exception for what is
 * wrong with the file.
 */
public final class FrameDecoder {
    /** How many of a file's first bytes {@link #sniff} wants to see; fewer are enough for a shorter file. */
    public static final int SNIFF_BYTES = 16;

    private final DecodeLimits limits;

    /** A decoder that refuses what is beyond {@code limits}. */
    public FrameDecoder(DecodeLimits limits) {
        this.limits = limits;
    }

    /** The format that the first bytes of a file announce, or empty where it is none of those known here. */
    public static Optional<MediaType> sniff(byte[] firstBytes) {
        return Optional.empty();
    }

    /**
     * Reads headers alone: nothing is allocated for pixels, so that it can be asked before a file is taken in.
     *
     * @param fileName what messages call the file
     */
    public ProbeOutcome probe(Path file, String fileName) {
        return new Rejected(RejectionReason.UNKNOWN_FORMAT, fileName + ": not decoded yet" + limits);
    }

    /**
     * Reads the whole frame.
     *
     * @param fileName what messages call the file
     */
    public DecodeOutcome decode(Path file, String fileName) {
        return new Rejected(RejectionReason.UNKNOWN_FORMAT, fileName + ": not decoded yet" + limits);
    }
}
