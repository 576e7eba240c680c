/**
 * From the stacks of several filters to a picture: skies made neutral, channels calibrated, mixed by a formula, brought to
 * CIELAB; and for each place how far its colour was measured.
 */
@NullMarked
package io.astrochrome.imaging.compose;

import org.jspecify.annotations.NullMarked;
