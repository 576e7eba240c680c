/** What the headers of a telescope's files say of how they were taken. */
@NullMarked
package io.astrochrome.imaging.exposure;

import org.jspecify.annotations.NullMarked;
