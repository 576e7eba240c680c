package io.astrochrome.imaging.chroma;

import io.astrochrome.imaging.color.LabImage;

/** Joint bilateral upsampling. */
public final class JointBilateralUpsampler implements ChromaUpsampler {
    @Override
    public String name() {
        return "joint-bilateral";
    }

    @Override
    public ChromaStrips prepare(LabImage reduced, int width, int height) {
        return (y, lightness, offset, a, b) -> {
            int row = (int) ((long) y * reduced.height() / height) * reduced.width();
            for (int x = 0; x < width; x++) {
                int from = row + (int) ((long) x * reduced.width() / width);
                a[offset + x] = reduced.a()[from];
                b[offset + x] = reduced.b()[from];
            }
        };
    }
}
