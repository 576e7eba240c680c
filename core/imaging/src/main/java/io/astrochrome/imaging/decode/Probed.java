package io.astrochrome.imaging.decode;

import java.time.Instant;
import java.util.Optional;

/**
 * What a frame's header says; no pixel was read.
 *
 * @param width in px, upright
 * @param height in px, upright
 * @param channels 1, or 3 where the decoded frame has colour (a Bayer mosaic has)
 * @param object what the telescope pointed at, as FITS's {@code OBJECT} says
 * @param exposedAt start of the exposure
 * @param imageType what the frame is for, as {@code IMAGETYP} or its relatives say
 */
public record Probed(
        MediaType mediaType,
        int width,
        int height,
        int channels,
        Optional<String> object,
        Optional<Instant> exposedAt,
        Optional<String> imageType)
        implements ProbeOutcome {
    /** Of a format without a telescope's words. */
    public Probed(
            MediaType mediaType,
            int width,
            int height,
            int channels,
            Optional<String> object,
            Optional<Instant> exposedAt) {
        this(mediaType, width, height, channels, object, exposedAt, Optional.empty());
    }

    /** Width times height. */
    public long pixels() {
        return (long) width * height;
    }
}
