package io.astrochrome.imaging.write;

/** Which way up the rows of a FITS file are. */
public enum RowOrder {
    /** The first row of the file is the top of the picture. */
    TOP_DOWN,
    /** The first row of the file is the bottom of the picture, as FITS viewers show it. */
    BOTTOM_UP
}
