package io.astrochrome.trainer.evaluate.predict;

import java.util.Arrays;

/** A prediction for one picture, normalised: a&#42;/110 and b&#42;/110 of each pixel. */
public record Chroma(float[] a, float[] b) {
    /** One colour everywhere. */
    public static Chroma uniform(int pixels, float a, float b) {
        Chroma chroma = new Chroma(new float[pixels], new float[pixels]);
        Arrays.fill(chroma.a, a);
        Arrays.fill(chroma.b, b);
        return chroma;
    }
}
