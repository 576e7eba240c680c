package io.astrochrome.events;

import org.jspecify.annotations.Nullable;

/**
 * The coloured pictures of one frame by one model.
 *
 * @param png 16-bit RGB at the frame's resolution
 * @param preview JPEG, reduced
 * @param fits the RGB cube with the frame's own header; null where the frame was not FITS
 */
public record PictureReferences(
        ObjectReference png,
        ObjectReference preview,
        @Nullable ObjectReference fits) {
    public PictureReferences {
        Rules.present("png", png);
        Rules.present("preview", preview);
    }
}
