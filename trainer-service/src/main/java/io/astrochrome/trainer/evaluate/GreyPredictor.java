package io.astrochrome.trainer.evaluate;

import io.astrochrome.trainer.data.NormalisedLab;

/** No colour at all: what a model must beat. */
record GreyPredictor() implements ChromaPredictor {
    @Override
    public String name() {
        return "grey";
    }

    @Override
    public Chroma predict(NormalisedLab picture) {
        return Chroma.uniform(picture.l().length, 0, 0);
    }
}
