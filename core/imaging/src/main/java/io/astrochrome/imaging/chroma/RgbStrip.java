package io.astrochrome.imaging.chroma;

/**
 * Some rows of an encoded 16-bit sRGB picture, full width. The arrays may be longer than the strip; they belong to
 * whoever was given the strip and do not change any more.
 *
 * @param width in px
 * @param firstRow from the top
 * @param rows number of rows
 * @param red unsigned 16-bit samples, row by row
 * @param green as {@code red}
 * @param blue as {@code red}
 */
public record RgbStrip(int width, int firstRow, int rows, short[] red, short[] green, short[] blue) {}
