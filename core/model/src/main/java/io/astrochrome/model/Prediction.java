package io.astrochrome.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a model made of a batch; the arrays belong to the caller.
 *
 * @param ab [n,2,h,w] row by row: a&#42;/110 of the first frame, its b&#42;/110, a&#42;/110 of the second and so on
 * @param confidence [n,1,h,w], or null where the model gives none
 * @param looks how likely each look of the model is for each frame, [n,looks]; empty where the model offers none
 */
public record Prediction(int n, int height, int width, float[] ab, float @Nullable [] confidence, float[] looks) {
    /** a&#42;/110 of the frame of that index, a copy of h x w values. */
    public float[] a(int frame) {
        return plane(2 * frame);
    }

    /** b&#42;/110 of the frame of that index, a copy of h x w values. */
    public float[] b(int frame) {
        return plane(2 * frame + 1);
    }

    /**
     * The same with chroma multiplied, frame by frame, to the most that there is.
     *
     * @param vividness one a frame
     */
    public Prediction vivid(float... vividness) {
        float[] vivid = new float[ab.length];
        for (int i = 0; i < ab.length; i++) {
            float scaled = ab[i] * vividness[i / (2 * height * width)];
            vivid[i] = Math.max(-1, Math.min(1, scaled));
        }
        return new Prediction(n, height, width, vivid, confidence, looks);
    }

    /** How likely each look is for the frame of that index, a copy. */
    public float[] looks(int frame) {
        int count = looks.length / n;
        return Arrays.copyOfRange(looks, frame * count, (frame + 1) * count);
    }

    private float[] plane(int index) {
        float[] plane = new float[height * width];
        System.arraycopy(ab, index * plane.length, plane, 0, plane.length);
        return plane;
    }
}
