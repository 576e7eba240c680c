package io.astrochrome.imaging.decode.fits;

import java.io.Closeable;
import java.io.IOException;

/** A picture's numbers in the file's order, as stored: neither scaled nor blanked. */
interface PixelStream extends Closeable {
    /** The next numbers of a picture of BITPIX 16. */
    void next(short[] into, int offset, int count) throws IOException;

    /** The next numbers of a picture of any BITPIX. */
    void next(double[] into, int offset, int count) throws IOException;
}
