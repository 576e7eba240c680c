/**
 * Planes of light as it was measured: proportional to it, in the units of the camera, unstretched. What registration and
 * stacking work on.
 */
@NullMarked
package io.astrochrome.imaging.linear;

import org.jspecify.annotations.NullMarked;
