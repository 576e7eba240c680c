/**
 * Many exposures of one field become one plane, as they come: brought onto one grid and one scale, averaged with weights, with
 * what belongs to a single exposure left out.
 */
@NullMarked
package io.astrochrome.imaging.stack;

import org.jspecify.annotations.NullMarked;
