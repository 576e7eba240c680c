package io.astrochrome.trainer.evaluate;

import io.astrochrome.trainer.data.NormalisedLab;

/** The training pictures' mean colour at each lightness: what a table could learn. */
record LightnessColourPredictor(float[] a, float[] b) implements ChromaPredictor {
    @Override
    public String name() {
        return "colour by lightness";
    }

    @Override
    public Chroma predict(NormalisedLab picture) {
        int pixels = picture.l().length;
        Chroma chroma = new Chroma(new float[pixels], new float[pixels]);
        for (int i = 0; i < pixels; i++) {
            int bin = TrainingColours.bin(picture.l()[i]);
            chroma.a()[i] = a[bin];
            chroma.b()[i] = b[bin];
        }
        return chroma;
    }
}
