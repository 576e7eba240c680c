/** CIELAB under D65, the planes that carry it, and how they are reduced to the grid that a network sees. */
@NullMarked
package io.astrochrome.imaging.color;

import org.jspecify.annotations.NullMarked;
