/**
 * Where a frame lies on another of the same field: stars are found, matched by the shapes of their triangles, and the pose
 * is fitted to them.
 */
package io.astrochrome.imaging.register;
