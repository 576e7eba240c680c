package io.astrochrome.trainer.data;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabScale;

/**
 * Normalised planes of one picture or crop, row by row: {@code l} is 2 L&#42;/100 - 1, {@code a} and {@code b} are
 * a&#42;/110 and b&#42;/110. Arrays are shared, not copied.
 */
public record NormalisedLab(int width, int height, float[] l, float[] a, float[] b) {
    public NormalisedLab {
        int pixels = Math.multiplyExact(width, height);
        if (l.length != pixels || a.length != pixels || b.length != pixels) {
            throw new IllegalArgumentException("planes of " + width + " x " + height + " have " + pixels + " values");
        }
    }

    /** Empty planes of that size. */
    public static NormalisedLab ofSize(int width, int height) {
        int pixels = Math.multiplyExact(width, height);
        return new NormalisedLab(width, height, new float[pixels], new float[pixels], new float[pixels]);
    }

    /** The same in CIELAB's own units. */
    public LabImage picture() {
        return new LabImage(width, height, LabScale.lStar(l), LabScale.chroma(a), LabScale.chroma(b));
    }

    /** A quarter of a turn, clockwise. */
    public NormalisedLab turned() {
        NormalisedLab turned = ofSize(height, width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int to = x * height + height - 1 - y;
                turned.l[to] = l[y * width + x];
                turned.a[to] = a[y * width + x];
                turned.b[to] = b[y * width + x];
            }
        }
        return turned;
    }

    /**
     * The middle part.
     *
     * @throws IllegalArgumentException where it is larger than the picture
     */
    public NormalisedLab centreCrop(int cropWidth, int cropHeight) {
        if (cropWidth > width || cropHeight > height) {
            throw new IllegalArgumentException("a crop of " + cropWidth + " x " + cropHeight
                    + " does not fit into a picture of " + width + " x " + height);
        }
        NormalisedLab crop = ofSize(cropWidth, cropHeight);
        int left = (width - cropWidth) / 2;
        int top = (height - cropHeight) / 2;
        for (int y = 0; y < cropHeight; y++) {
            int from = (top + y) * width + left;
            System.arraycopy(l, from, crop.l, y * cropWidth, cropWidth);
            System.arraycopy(a, from, crop.a, y * cropWidth, cropWidth);
            System.arraycopy(b, from, crop.b, y * cropWidth, cropWidth);
        }
        return crop;
    }
}
