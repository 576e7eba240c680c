package io.astrochrome.trainer.evaluate.predict;

import io.astrochrome.imaging.palette.PaletteLayout;
import io.astrochrome.imaging.palette.PaletteTally;
import io.astrochrome.trainer.data.NormalisedLab;

/** The palette vector of a picture. */
public final class PaletteHints {
    private PaletteHints() {}

    /**
     * The palette.
     *
     * @param width K, a length that {@link PaletteLayout} knows
     */
    public static float[] of(NormalisedLab picture, int width) {
        PaletteTally tally = new PaletteLayout(width).tally();
        for (int i = 0; i < picture.l().length; i++) {
            tally.count(picture.l()[i], picture.a()[i], picture.b()[i]);
        }
        return tally.vector();
    }
}
