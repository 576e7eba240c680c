package io.astrochrome.imaging.decode;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way to pixels, and what it may ask for.
 *
 * @param name what messages call it
 * @param size in bytes
 */
public record SourceFile(Path path, String name, long size, DecodeLimits limits) {
    /** In px; mosaics of the largest chips have some 40,000. */
    private static final long MOST_SIDE = 1 << 16;
    /** Of the longer side to the shorter one; panoramas and spectra stay below. */
    private static final long MOST_ASPECT = 64;
    /** A picture whose longer side, in px, is no longer may have any aspect. */
    private static final long ANY_ASPECT = 1024;

    /** The exception to throw for a broken rule; {@code sentence} goes on after the file's name. */
    public RejectionException rejection(RejectionReason reason, String sentence) {
        return rejection(reason, sentence, null);
    }

    /** As {@link #rejection(RejectionReason, String)}, with the exception that told. */
    public RejectionException rejection(RejectionReason reason, String sentence, @Nullable Throwable cause) {
        return new RejectionException(reason, name + " " + sentence, cause);
    }

    /**
     * Checks sides that a header claims for its picture: neither empty nor beyond the limits, and no line that is drawn out
     * so far that buffers of a row or column outgrow the picture.
     */
    public void requireSides(long width, long height) throws RejectionException {
        requireArea(width, height);
        long longer = Math.max(width, height);
        if (longer > MOST_SIDE) {
            throw rejection(
                    RejectionReason.TOO_MANY_PIXELS,
                    "claims " + width + " x " + height + " px: no side may be longer than " + MOST_SIDE);
        }
        if (longer > ANY_ASPECT && longer > MOST_ASPECT * Math.min(width, height)) {
            throw rejection(
                    RejectionReason.UNSUPPORTED,
                    "claims " + width + " x " + height + " px: no side may be more than " + MOST_ASPECT
                            + " times the other");
        }
    }

    /** Checks the sides of a piece of a picture, such as a strip of one row. */
    public void requireArea(long width, long height) throws RejectionException {
        if (width < 1 || height < 1) {
            throw rejection(
                    RejectionReason.LYING_HEADER, "claims " + width + " x " + height + " px: no side may be empty");
        }
        if (width > limits.maxPixels() || height > limits.maxPixels() || width * height > limits.maxPixels()) {
            throw rejection(
                    RejectionReason.TOO_MANY_PIXELS,
                    "claims " + width + " x " + height + " px, more than the limit of " + limits.maxPixels());
        }
    }

    /** Checks what decoding is going to take at its peak. */
    public void requireMemory(long bytes) throws RejectionException {
        if (bytes > limits.maxMemoryBytes()) {
            throw rejection(
                    RejectionReason.TOO_MANY_PIXELS,
                    "would take " + bytes + " bytes of memory to decode, more than the limit of "
                            + limits.maxMemoryBytes());
        }
    }

    /** Checks that {@code length} bytes from {@code offset} are in the file. */
    public void requireBytes(long offset, long length, String what) throws RejectionException {
        if (offset < 0 || length < 0 || offset > size || length > size - offset) {
            throw rejection(
                    RejectionReason.TRUNCATED,
                    "ends after " + size + " bytes, but its header promises " + length + " bytes of " + what + " at "
                            + offset);
        }
    }
}
