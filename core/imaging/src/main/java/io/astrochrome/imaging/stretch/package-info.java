/**
 * From values proportional to light to a picture that can be looked at. A {@link
 * io.astrochrome.imaging.stretch.Stretch} fits a {@link io.astrochrome.imaging.stretch.StretchCurve} to a frame; the
 * curve is plain numbers that can be kept and applied to every later frame of a sequence, so that it does not flicker.
 */
@NullMarked
package io.astrochrome.imaging.stretch;

import org.jspecify.annotations.NullMarked;
