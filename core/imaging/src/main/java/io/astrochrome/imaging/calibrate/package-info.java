/** Darks, flats and bias frames of a camera, combined and taken off light frames: {@link io.astrochrome.imaging.calibrate.Masters}. */
@NullMarked
package io.astrochrome.imaging.calibrate;

import org.jspecify.annotations.NullMarked;
