package io.astrochrome.imaging.decode.fits;

import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SourceFile;
import java.util.Arrays;
import nom.tam.fits.Header;

/**
 * How a picture's numbers lie in its unit.
 *
 * @param width in px
 * @param height in px
 * @param channels 1 or 3
 * @param interleaved whether a pixel's three channels follow each other, instead of three planes
 * @param topDown whether the first row is the top one; FITS's own convention is that it is the bottom one
 */
record FitsLayout(int width, int height, int channels, boolean interleaved, boolean topDown) {
    private static final int COLOUR_CHANNELS = 3;

    /** From NAXISn, or ZNAXISn of a compressed picture; checked against the limits. */
    static FitsLayout of(SourceFile source, FitsUnit unit, boolean topDown) throws RejectionException {
        Header header = unit.header();
        String prefix = unit.isTileCompressed() ? "ZNAXIS" : "NAXIS";
        int axes = header.getIntValue(prefix, 0);
        if (axes < 2 || axes > 9) {
            throw source.rejection(RejectionReason.UNSUPPORTED, "has a picture of " + axes + " axes");
        }
        long[] length = new long[Math.max(3, axes)];
        Arrays.fill(length, 1);
        for (int axis = 0; axis < axes; axis++) {
            length[axis] = header.getLongValue(prefix + (axis + 1), 0);
            if (axis > 2 && length[axis] != 1) {
                throw source.rejection(
                        RejectionReason.UNSUPPORTED, "has a picture of more than three axes that are longer than 1");
            }
        }
        boolean interleaved = length[0] == COLOUR_CHANNELS && length[2] > COLOUR_CHANNELS;
        long width = interleaved ? length[1] : length[0];
        long height = interleaved ? length[2] : length[1];
        long channels = interleaved ? length[0] : length[2];
        source.requireSides(width, height);
        if (channels != 1 && channels != COLOUR_CHANNELS) {
            throw source.rejection(
                    RejectionReason.UNSUPPORTED,
                    "has a cube of " + channels + " planes: neither grey (1) nor red, green, blue (3)");
        }
        return new FitsLayout((int) width, (int) height, (int) channels, interleaved, topDown);
    }

    /** The same order of rows in a grey picture of other sides. */
    FitsLayout resized(int newWidth, int newHeight) {
        return new FitsLayout(newWidth, newHeight, 1, false, topDown);
    }

    /** Numbers in the whole picture. */
    long values() {
        return (long) width * height * channels;
    }

    /** The picture's row, from the top, that is the file's row {@code row}. */
    int uprightRow(int row) {
        return topDown ? row : height - 1 - row;
    }
}
