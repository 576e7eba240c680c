package io.astrochrome.trainer.looks;

/**
 * Softmax regression with squared weights held small, by gradient descent with momentum: from what a picture is judged by
 * to how likely each look is for it. The same input gives the same fit.
 *
 * @param weights of each look, {@code [looks, C]}
 * @param biases of each look
 */
public record LikelihoodFit(float[] weights, float[] biases) {
    private static final int STEPS = 400;
    private static final double RATE = 0.3;
    private static final double MOMENTUM = 0.9;
    /** Held against a few hundred features and a thousand pictures. */
    private static final double SHRINKAGE = 0.02;

    /**
     * The fit.
     *
     * @param seen {@code [n, C]}
     * @param wanted likelihoods, {@code [n, looks]}, that add up to 1 for each picture
     */
    public static LikelihoodFit of(float[][] seen, float[][] wanted) {
        Scaled scaled = Scaled.of(seen);
        int looks = wanted[0].length;
        int features = seen[0].length;
        double[] values = new double[looks * (features + 1)];
        double[] moved = new double[values.length];
        for (int step = 0; step < STEPS; step++) {
            double[] slope = slope(scaled.values(), wanted, values, features);
            for (int i = 0; i < values.length; i++) {
                moved[i] = MOMENTUM * moved[i] - RATE * (1 - MOMENTUM) * slope[i];
                values[i] += moved[i];
            }
        }
        return scaled.unscaled(values, looks);
    }

    /** How likely it tells each look to be, {@code [n][looks]}. */
    public float[][] told(float[][] seen) {
        float[][] told = new float[seen.length][biases.length];
        for (int picture = 0; picture < seen.length; picture++) {
            double[] values = new double[seen[picture].length];
            for (int i = 0; i < values.length; i++) {
                values[i] = seen[picture][i];
            }
            double[] likelihoods = told(values, rows(), biases.length);
            for (int look = 0; look < likelihoods.length; look++) {
                told[picture][look] = (float) likelihoods[look];
            }
        }
        return told;
    }

    /** Weights and bias of each look, one look after the other. */
    private double[] rows() {
        int features = weights.length / biases.length;
        double[] rows = new double[weights.length + biases.length];
        for (int look = 0; look < biases.length; look++) {
            for (int i = 0; i < features; i++) {
                rows[look * (features + 1) + i] = weights[look * features + i];
            }
            rows[look * (features + 1) + features] = biases[look];
        }
        return rows;
    }

    private static double[] slope(double[][] seen, float[][] wanted, double[] values, int features) {
        int looks = wanted[0].length;
        double[] slope = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            slope[i] = (i + 1) % (features + 1) == 0 ? 0 : SHRINKAGE * values[i];
        }
        for (int picture = 0; picture < seen.length; picture++) {
            double[] told = told(seen[picture], values, looks);
            for (int look = 0; look < looks; look++) {
                double error = (told[look] - wanted[picture][look]) / seen.length;
                int first = look * (features + 1);
                for (int i = 0; i < features; i++) {
                    slope[first + i] += error * seen[picture][i];
                }
                slope[first + features] += error;
            }
        }
        return slope;
    }

    private static double[] told(double[] seen, double[] values, int looks) {
        double[] told = new double[looks];
        double most = Double.NEGATIVE_INFINITY;
        for (int look = 0; look < looks; look++) {
            int first = look * (seen.length + 1);
            double sum = values[first + seen.length];
            for (int i = 0; i < seen.length; i++) {
                sum += values[first + i] * seen[i];
            }
            told[look] = sum;
            most = Math.max(most, sum);
        }
        double all = 0;
        for (int look = 0; look < looks; look++) {
            told[look] = Math.exp(told[look] - most);
            all += told[look];
        }
        for (int look = 0; look < looks; look++) {
            told[look] /= all;
        }
        return told;
    }

    /** Features with a mean of 0 and a spread of 1. */
    private record Scaled(double[][] values, double[] means, double[] spreads) {
        private static final double LEAST_SPREAD = 1e-6;

        static Scaled of(float[][] seen) {
            int features = seen[0].length;
            double[] means = new double[features];
            double[] spreads = new double[features];
            for (int i = 0; i < features; i++) {
                double sum = 0;
                double squares = 0;
                for (float[] picture : seen) {
                    sum += picture[i];
                    squares += (double) picture[i] * picture[i];
                }
                means[i] = sum / seen.length;
                spreads[i] = Math.sqrt(Math.max(0, squares / seen.length - means[i] * means[i])) + LEAST_SPREAD;
            }
            double[][] values = new double[seen.length][features];
            for (int picture = 0; picture < seen.length; picture++) {
                for (int i = 0; i < features; i++) {
                    values[picture][i] = (seen[picture][i] - means[i]) / spreads[i];
                }
            }
            return new Scaled(values, means, spreads);
        }

        LikelihoodFit unscaled(double[] fitted, int looks) {
            int features = means.length;
            float[] weights = new float[looks * features];
            float[] biases = new float[looks];
            for (int look = 0; look < looks; look++) {
                double bias = fitted[look * (features + 1) + features];
                for (int i = 0; i < features; i++) {
                    double weight = fitted[look * (features + 1) + i] / spreads[i];
                    weights[look * features + i] = (float) weight;
                    bias -= weight * means[i];
                }
                biases[look] = (float) bias;
            }
            return new LikelihoodFit(weights, biases);
        }
    }
}
