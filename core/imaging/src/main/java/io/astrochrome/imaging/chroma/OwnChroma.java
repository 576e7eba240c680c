package io.astrochrome.imaging.chroma;

import io.astrochrome.imaging.color.LabImage;

/** Chroma of a frame that the network saw at its own resolution: as it is. */
record OwnChroma(LabImage picture) implements ChromaStrips {
    static boolean fits(LabImage reduced, int width, int height) {
        return reduced.width() == width && reduced.height() == height;
    }

    @Override
    public void row(int y, short[] lightness, float[] a, float[] b) {
        int from = y * picture.width();
        System.arraycopy(picture.a(), from, a, 0, picture.width());
        System.arraycopy(picture.b(), from, b, 0, picture.width());
    }
}
