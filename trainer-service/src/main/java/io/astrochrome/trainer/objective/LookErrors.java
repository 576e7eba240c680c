package io.astrochrome.trainer.objective;

import java.util.Arrays;

/**
 * How far each look's colours are from the true ones, picture by picture: the mean square of their difference in a and b,
 * brighter pixels counting more. Pictures that were not tried have no errors. Immutable but for the arrays.
 *
 * @param looks how many looks there are
 * @param errors {@code [n, looks]}; NaN for a picture that was not tried
 */
record LookErrors(int looks, double[] errors) {
    /** How sharply likelihoods tell errors apart: a look whose error is 1 dB larger is so many times 0.23 nats less likely. */
    private static final double SHARPNESS = 4;

    /** Mean square of a and b that counts as no error at all: half a unit of CIELAB. */
    private static final double NOTHING = 2e-5;

    static LookErrors none(int n, int looks) {
        double[] errors = new double[n * looks];
        Arrays.fill(errors, Double.NaN);
        return new LookErrors(looks, errors);
    }

    boolean tried(int picture) {
        return !Double.isNaN(errors[picture * looks]);
    }

    /** The look that comes nearest to the true colours. */
    int best(int picture) {
        int best = 0;
        for (int look = 1; look < looks; look++) {
            if (errors[picture * looks + look] < errors[picture * looks + best]) {
                best = look;
            }
        }
        return best;
    }

    /** What the likelihoods of looks are to be, {@code [n, looks]}; zeros for a picture that was not tried. */
    float[] likelihoods() {
        float[] likelihoods = new float[errors.length];
        for (int picture = 0; picture < errors.length / looks; picture++) {
            if (!tried(picture)) {
                continue;
            }
            int first = picture * looks;
            double least = errors[first + best(picture)] + NOTHING;
            double sum = 0;
            for (int look = 0; look < looks; look++) {
                sum += likelihood(first + look, least);
            }
            for (int look = 0; look < looks; look++) {
                likelihoods[first + look] = (float) (likelihood(first + look, least) / sum);
            }
        }
        return likelihoods;
    }

    private double likelihood(int index, double least) {
        return Math.pow(least / (errors[index] + NOTHING), SHARPNESS);
    }
}
