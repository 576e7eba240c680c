package io.astrochrome.model;

/**
 * What a model made of a batch; the arrays belong to the caller.
 *
 * @param ab [n,2,h,w] row by row: a&#42;/110 of the first frame, its b&#42;/110, a&#42;/110 of the second and so on
 * @param confidence [n,1,h,w], or null where the model gives none
 */
public record Prediction(int n, int height, int width, float[] ab, float[] confidence) {
    /** a&#42;/110 of the frame of that index, a copy of h x w values. */
    public float[] a(int frame) {
        return plane(2 * frame);
    }

    /** b&#42;/110 of the frame of that index, a copy of h x w values. */
    public float[] b(int frame) {
        return plane(2 * frame + 1);
    }

    private float[] plane(int index) {
        float[] plane = new float[height * width];
        System.arraycopy(ab, index * plane.length, plane, 0, plane.length);
        return plane;
    }
}
