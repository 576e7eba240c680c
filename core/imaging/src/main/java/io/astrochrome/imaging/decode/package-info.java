/**
 * Files from outside to pixels, with limits. Headers are checked before pixels are allocated; what cannot be decoded is
 * an outcome with a reason, not an exception. A decoded frame's rows run from the top as the picture is looked at,
 * whatever the file's order; FITS cards are handed on as they were, {@code ROWORDER} included, so whoever writes FITS
 * with them again writes the last row first unless {@code ROWORDER} is {@code TOP-DOWN}.
 */
@NullMarked
package io.astrochrome.imaging.decode;

import org.jspecify.annotations.NullMarked;
