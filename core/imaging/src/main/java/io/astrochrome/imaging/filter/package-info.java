/** Which light an exposure was taken in, told from the many names that filters have. */
package io.astrochrome.imaging.filter;
