package io.astrochrome.imaging.chroma;

import io.astrochrome.imaging.color.LabImage;

/** Guided filter. */
public final class GuidedFilterUpsampler implements ChromaUpsampler {
    @Override
    public String name() {
        return "guided-filter";
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
