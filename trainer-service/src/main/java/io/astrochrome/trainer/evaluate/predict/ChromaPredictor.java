package io.astrochrome.trainer.evaluate.predict;

import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.TrainingPicture;

/** Something that gives a picture colours. What it may look at beyond the lightness is for each to say. */
public interface ChromaPredictor {
    /** What tables call it. */
    String name();

    /**
     * Colours for a crop's lightness.
     *
     * @param picture that the crop is of
     */
    Chroma predict(TrainingPicture picture, NormalisedLab crop);

    /** Whether it looks at more than one pixel at a time, so that its colours may depend on the crop's size. */
    default boolean seesStructure() {
        return false;
    }
}
