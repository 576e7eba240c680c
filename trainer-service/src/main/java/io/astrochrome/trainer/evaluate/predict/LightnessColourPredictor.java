package io.astrochrome.trainer.evaluate.predict;

import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.TrainingPicture;

/** The training pictures' mean colour at each lightness: what a table could learn. */
record LightnessColourPredictor(float[] a, float[] b) implements ChromaPredictor {
    @Override
    public String name() {
        return "colour by lightness";
    }

    @Override
    public Chroma predict(TrainingPicture picture, NormalisedLab crop) {
        int pixels = crop.l().length;
        Chroma chroma = new Chroma(new float[pixels], new float[pixels]);
        for (int i = 0; i < pixels; i++) {
            int bin = TrainingColours.bin(crop.l()[i]);
            chroma.a()[i] = a[bin];
            chroma.b()[i] = b[bin];
        }
        return chroma;
    }
}
