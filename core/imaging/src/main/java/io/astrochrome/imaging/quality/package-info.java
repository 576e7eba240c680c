/** How near a coloured picture is to the truth, beside what grey alone would score. */
@NullMarked
package io.astrochrome.imaging.quality;

import org.jspecify.annotations.NullMarked;
