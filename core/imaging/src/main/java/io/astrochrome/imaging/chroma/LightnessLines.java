package io.astrochrome.imaging.chroma;

import io.astrochrome.imaging.color.LabImage;

/**
 * For each reduced pixel its chroma, how a* and b* change with L* around it, and the range of L* that this was seen in.
 *
 * @param values {@link #FIELDS} numbers a pixel, in the order of the constants
 */
record LightnessLines(int width, int height, float[] values) {
    static final int A = 0;
    static final int B = 1;
    static final int SLOPE_OF_A = 2;
    static final int SLOPE_OF_B = 3;
    static final int LIGHTNESS = 4;
    static final int LEAST_LIGHTNESS = 5;
    static final int GREATEST_LIGHTNESS = 6;
    static final int FIELDS = 7;

    static LightnessLines fit(LabImage reduced, int radius, float epsilon) {
        int width = reduced.width();
        int height = reduced.height();
        float[] l = reduced.lStar();
        BoxMean box = new BoxMean(width, height, radius);
        float[] meanL = box.of(l);
        float[] variance = covariance(box, l, meanL, l, meanL);
        LocalRange range = LocalRange.of(l, width, height, radius);
        float[][] fields = {
            reduced.requireA(),
            reduced.requireB(),
            slopes(box, reduced.requireA(), l, meanL, variance, epsilon),
            slopes(box, reduced.requireB(), l, meanL, variance, epsilon),
            l,
            range.least(),
            range.greatest()
        };
        float[] values = new float[FIELDS * l.length];
        for (int i = 0; i < l.length; i++) {
            for (int field = 0; field < FIELDS; field++) {
                values[FIELDS * i + field] = fields[field][i];
            }
        }
        return new LightnessLines(width, height, values);
    }

    private static float[] slopes(
            BoxMean box, float[] chroma, float[] l, float[] meanL, float[] variance, float epsilon) {
        float[] slopes = covariance(box, l, meanL, chroma, box.of(chroma));
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] /= variance[i] + epsilon;
        }
        return box.of(slopes);
    }

    private static float[] covariance(BoxMean box, float[] p, float[] meanP, float[] q, float[] meanQ) {
        float[] product = new float[p.length];
        for (int i = 0; i < p.length; i++) {
            product[i] = p[i] * q[i];
        }
        float[] covariance = box.of(product);
        for (int i = 0; i < p.length; i++) {
            covariance[i] -= meanP[i] * meanQ[i];
        }
        return covariance;
    }
}
