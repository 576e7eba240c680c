/**
 * Where a frame lies on another of the same field: stars are found, matched by the shapes of their triangles, and the pose
 * is fitted to them.
 */
@NullMarked
package io.astrochrome.imaging.register;

import org.jspecify.annotations.NullMarked;
