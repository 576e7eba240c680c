package io.astrochrome.trainer.evaluate;

import io.astrochrome.trainer.data.NormalisedLab;

/** The training pictures' mean colour, everywhere. */
record MeanColourPredictor(float a, float b) implements ChromaPredictor {
    @Override
    public String name() {
        return "mean colour";
    }

    @Override
    public Chroma predict(NormalisedLab picture) {
        return Chroma.uniform(picture.l().length, a, b);
    }
}
