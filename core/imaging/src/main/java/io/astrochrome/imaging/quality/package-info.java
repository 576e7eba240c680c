/** How near a coloured picture is to the truth, beside what grey alone would score. */
package io.astrochrome.imaging.quality;
