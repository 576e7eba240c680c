package io.astrochrome.trainer.evaluate.predict;

import io.astrochrome.imaging.palette.PlaceColours;
import io.astrochrome.model.Look;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.TrainingPicture;
import org.jspecify.annotations.Nullable;

/** Which palette a model is given while it is measured. Implementations are thread-safe. */
public sealed interface PaletteChoice
        permits PaletteChoice.None, PaletteChoice.Own, PaletteChoice.OfLook, NeighbourPalette {
    /** What it adds to a predictor's name. */
    String label();

    /** What chroma is multiplied by. */
    default float vividness() {
        return 1;
    }

    /** The palette for a picture's crop; null for none. */
    float @Nullable [] of(TrainingPicture picture, NormalisedLab crop, int width);

    /** The colours that like places of the crop are to have; null where the model's are theirs. */
    default @Nullable PlaceColours places(TrainingPicture picture, NormalisedLab crop) {
        return null;
    }

    /** The model's own choice of colours. */
    record None() implements PaletteChoice {
        @Override
        public String label() {
            return "";
        }

        @Override
        public float @Nullable [] of(TrainingPicture picture, NormalisedLab crop, int width) {
            return null;
        }
    }

    /** One look for all pictures. */
    record OfLook(Look look) implements PaletteChoice {
        @Override
        public String label() {
            return ", look " + look.name();
        }

        @Override
        public float @Nullable [] of(TrainingPicture picture, NormalisedLab crop, int width) {
            return look.palette();
        }

        @Override
        public float vividness() {
            return look.vividness();
        }
    }

    /** The true picture's colours, of a view of it that is turned by a quarter. */
    record Own() implements PaletteChoice {
        @Override
        public String label() {
            return ", own palette";
        }

        @Override
        public float @Nullable [] of(TrainingPicture picture, NormalisedLab crop, int width) {
            return PaletteHints.of(crop, width);
        }

        @Override
        public PlaceColours places(TrainingPicture picture, NormalisedLab crop) {
            return PlaceColours.of(crop.turned().picture());
        }
    }
}
