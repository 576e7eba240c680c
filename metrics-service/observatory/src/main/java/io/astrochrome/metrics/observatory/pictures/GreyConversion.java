package io.astrochrome.metrics.observatory.pictures;

import io.astrochrome.imaging.color.TransferCurve;
import java.awt.image.BufferedImage;

/**
 * Takes the colour out of a picture and keeps its lightness: each pixel becomes the grey of the same luminance Y, which is
 * the grey of the same L*. That is the frame before it was coloured, but for the preview's own rounding. Thread-safe.
 */
final class GreyConversion {
    /** Luminance of the primaries of ITU-R BT.709. */
    private static final double RED = 0.2126;

    private static final double GREEN = 0.7152;
    private static final double BLUE = 0.0722;

    private static final int LEVELS = 256;
    private static final int FINE_LEVELS = 1 << 16;
    private static final float[] LINEAR = new float[LEVELS];
    private static final byte[] ENCODED = new byte[FINE_LEVELS];

    static {
        for (int i = 0; i < LEVELS; i++) {
            LINEAR[i] = (float) TransferCurve.toLinear(i / 255.0);
        }
        for (int i = 0; i < ENCODED.length; i++) {
            ENCODED[i] = (byte) Math.round(255 * TransferCurve.toEncoded(i / (ENCODED.length - 1.0)));
        }
    }

    private GreyConversion() {}

    static BufferedImage of(BufferedImage colour) {
        int width = colour.getWidth();
        int height = colour.getHeight();
        BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        int[] row = new int[width];
        byte[] out = new byte[width];
        for (int y = 0; y < height; y++) {
            colour.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                out[x] = grey(row[x]);
            }
            grey.getRaster().setDataElements(0, y, width, 1, out);
        }
        return grey;
    }

    private static byte grey(int rgb) {
        double luminance = RED * LINEAR[rgb >> 16 & 0xff] + GREEN * LINEAR[rgb >> 8 & 0xff] + BLUE * LINEAR[rgb & 0xff];
        return ENCODED[(int) Math.round(Math.min(1, luminance) * (ENCODED.length - 1))];
    }
}
