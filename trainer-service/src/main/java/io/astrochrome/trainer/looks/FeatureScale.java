package io.astrochrome.trainer.looks;

import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.Value;

/** Means and spreads of what tells of a pixel. */
record FeatureScale(float[] means, float[] spreads) {
    private static final int EVERY = 16;
    private static final float LEAST_SPREAD = 1e-3f;

    static FeatureScale of(LookSamples samples) {
        int depth = samples.depth();
        double[] sums = new double[depth];
        double[] squares = new double[depth];
        int count = 0;
        for (int picture = 0; picture < samples.size(); picture++) {
            short[] told = samples.told(picture);
            for (int pixel = 0; pixel < LookSamples.PIXELS; pixel += EVERY) {
                count++;
                for (int i = 0; i < depth; i++) {
                    double value = HalfFloat.toFloat(told[pixel * depth + i]);
                    sums[i] += value;
                    squares[i] += value * value;
                }
            }
        }
        float[] means = new float[depth];
        float[] spreads = new float[depth];
        for (int i = 0; i < depth; i++) {
            double mean = sums[i] / count;
            means[i] = (float) mean;
            spreads[i] = (float) Math.sqrt(Math.max(0, squares[i] / count - mean * mean)) + LEAST_SPREAD;
        }
        return new FeatureScale(means, spreads);
    }

    /** What tells of those pixels of pictures, with a mean of 0 and a spread of 1: {@code [N, depth, pixels, 1]}. */
    Value on(Tape tape, LookSamples samples, int[] pictures, int[] pixels) {
        int depth = means.length;
        float[] told = new float[pictures.length * depth * pixels.length];
        for (int n = 0; n < pictures.length; n++) {
            short[] halves = samples.told(pictures[n]);
            for (int p = 0; p < pixels.length; p++) {
                for (int i = 0; i < depth; i++) {
                    float value = HalfFloat.toFloat(halves[pixels[p] * depth + i]);
                    told[(n * depth + i) * pixels.length + p] = (value - means[i]) / spreads[i];
                }
            }
        }
        return tape.of(told, pictures.length, depth, pixels.length, 1);
    }
}
