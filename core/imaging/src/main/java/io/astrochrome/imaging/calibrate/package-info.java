/** Darks, flats and bias frames of a camera, combined and taken off light frames: {@link io.astrochrome.imaging.calibrate.Masters}. */
package io.astrochrome.imaging.calibrate;
