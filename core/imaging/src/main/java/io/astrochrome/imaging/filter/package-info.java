/** Which light an exposure was taken in, told from the many names that filters have. */
@NullMarked
package io.astrochrome.imaging.filter;

import org.jspecify.annotations.NullMarked;
