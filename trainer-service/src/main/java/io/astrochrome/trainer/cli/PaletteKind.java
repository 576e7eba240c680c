package io.astrochrome.trainer.cli;

import io.astrochrome.imaging.palette.PaletteTrust;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Look;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.evaluate.predict.BestLookPredictor;
import io.astrochrome.trainer.evaluate.predict.ChromaPredictor;
import io.astrochrome.trainer.evaluate.predict.KnownClassPredictor;
import io.astrochrome.trainer.evaluate.predict.ModelPredictor;
import io.astrochrome.trainer.evaluate.predict.NeighbourPalette;
import io.astrochrome.trainer.evaluate.predict.PaletteChoice;
import java.util.ArrayList;
import java.util.List;

/** Palettes that a model can be measured with. */
enum PaletteKind {
    /** The model's own choice. */
    NONE,
    /** That of the true picture. */
    OWN,
    /** That of another picture of its group, trusted as the stream trusts it. */
    NEIGHBOUR,
    /** The same, trusted altogether. */
    FOLLOWED,
    /** The look that is likeliest for the class of what a picture shows. */
    KNOWN,
    /** Each of the model's looks, then the best of those that a person is shown first. */
    LOOKS;

    /** Looks that a person is shown. */
    private static final int SHOWN = 6;

    /** What this measures of a model, on the pictures that are measured with. */
    List<ChromaPredictor> predictors(ColourModel model, List<Look> looks, PictureSet measured) {
        return switch (this) {
            case NONE -> List.of(new ModelPredictor(model, new PaletteChoice.None()));
            case OWN -> List.of(new ModelPredictor(model, new PaletteChoice.Own()));
            case NEIGHBOUR -> List.of(new ModelPredictor(model, new NeighbourPalette(measured, PaletteTrust.KINDRED)));
            case FOLLOWED -> List.of(new ModelPredictor(model, new NeighbourPalette(measured, PaletteTrust.CERTAIN)));
            case KNOWN -> List.of(new KnownClassPredictor(model));
            case LOOKS -> ofLooks(model, looks);
        };
    }

    private static List<ChromaPredictor> ofLooks(ColourModel model, List<Look> looks) {
        List<ChromaPredictor> predictors = new ArrayList<>();
        looks.forEach(look -> predictors.add(new ModelPredictor(model, new PaletteChoice.OfLook(look))));
        predictors.add(new BestLookPredictor(model, looks, SHOWN));
        return predictors;
    }
}
