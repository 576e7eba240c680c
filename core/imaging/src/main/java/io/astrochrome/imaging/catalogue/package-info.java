/** What is known of objects of the sky by their names. */
@NullMarked
package io.astrochrome.imaging.catalogue;

import org.jspecify.annotations.NullMarked;
