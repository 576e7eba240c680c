package io.astrochrome.imaging.write;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files to write; each may be null.
 *
 * @param png 16-bit RGB
 * @param jpeg preview, 8-bit
 * @param fits RGB cube with the frame's own header
 */
public record PictureTargets(
        @Nullable Path png, @Nullable Path jpeg, @Nullable Path fits) {}
