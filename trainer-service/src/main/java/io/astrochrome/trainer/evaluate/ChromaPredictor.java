package io.astrochrome.trainer.evaluate;

import io.astrochrome.trainer.data.NormalisedLab;

/** Something that gives a picture colours. What it may look at beyond the lightness is for each to say. */
public interface ChromaPredictor {
    /** What tables call it. */
    String name();

    /** Colours for the picture's lightness. */
    Chroma predict(NormalisedLab picture);
}
