package io.astrochrome.imaging.write;

import java.nio.file.Path;

/**
 * The files to write; each may be null.
 *
 * @param png 16-bit RGB
 * @param jpeg preview, 8-bit
 * @param fits RGB cube with the frame's own header
 */
public record PictureTargets(Path png, Path jpeg, Path fits) {}
