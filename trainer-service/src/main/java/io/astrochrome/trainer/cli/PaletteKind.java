package io.astrochrome.trainer.cli;

import io.astrochrome.imaging.palette.PaletteTrust;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.evaluate.NeighbourPalette;
import io.astrochrome.trainer.evaluate.PaletteChoice;

/** Palettes that a model can be measured with. */
enum PaletteKind {
    /** The model's own choice. */
    NONE,
    /** That of the true picture. */
    OWN,
    /** That of another picture of its group, trusted as the stream trusts it. */
    NEIGHBOUR,
    /** The same, trusted altogether. */
    FOLLOWED;

    /** What this is for the pictures that are measured with. */
    PaletteChoice over(PictureSet measured) {
        return switch (this) {
            case NONE -> PaletteChoice.NONE;
            case OWN -> PaletteChoice.OWN;
            case NEIGHBOUR -> new NeighbourPalette(measured, PaletteTrust.KINDRED);
            case FOLLOWED -> new NeighbourPalette(measured, PaletteTrust.CERTAIN);
        };
    }
}
