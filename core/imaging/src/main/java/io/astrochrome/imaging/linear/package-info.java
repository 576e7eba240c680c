/**
 * Planes of light as it was measured: proportional to it, in the units of the camera, unstretched. What registration and
 * stacking work on.
 */
package io.astrochrome.imaging.linear;
