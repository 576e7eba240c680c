package io.astrochrome.trainer.looks;

import io.astrochrome.trainer.engine.Adam;
import io.astrochrome.trainer.engine.Parameters;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.TorchOps;
import io.astrochrome.trainer.engine.Value;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/**
 * The steps of a {@link LookFit}: each picture of a batch moves the look that comes nearest to it.
 *
 * @param beginnings the look that each picture is most like, which it moves at first
 */
record LookCourse(
        PixelReadout readout,
        LookSamples samples,
        FeatureScale scale,
        int[] beginnings,
        Parameters parameters,
        Adam adam) {
    private static final int EPOCHS = 14;
    private static final int LEAST_STEPS = 400;
    private static final int BATCH = 32;
    private static final int POINTS = 128;
    private static final double RATE = 2e-3;
    private static final double FINAL_RATE = 0.02;
    private static final int WARM_UP = 50;

    /** Part of the steps in which beginnings decide. */
    private static final double BEGINNING = 0.15;

    /** What all looks learn from every picture, so that none dies out. */
    private static final double SHARED = 0.03;

    /** How much brighter pixels count more. */
    private static final double BRIGHT = 1.5;

    /** @param told how much of the work is done, 0 to 1 */
    void learn(long seed, DoubleConsumer told) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[samples.size()];
        Arrays.setAll(order, i -> i);
        int batch = Math.min(BATCH, order.length);
        int perEpoch = order.length / batch;
        int steps = Math.max(LEAST_STEPS, EPOCHS * perEpoch);
        for (int step = 0; step < steps; step++) {
            if (step % perEpoch == 0) {
                shuffle(order, random);
            }
            int first = step % perEpoch * batch;
            double done = (double) step / steps;
            double cosine = FINAL_RATE + (1 - FINAL_RATE) * (1 + Math.cos(Math.PI * done)) / 2;
            double rate = RATE * cosine * Math.min(1, (step + 1.0) / WARM_UP);
            step(Arrays.copyOfRange(order, first, first + batch), random, done, rate);
            told.accept((step + 1.0) / steps);
        }
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    private void step(int[] pictures, SplittableRandom random, double done, double rate) {
        int[] pixels = random.ints(POINTS, 0, LookSamples.PIXELS).toArray();
        long[] shape = {pictures.length, 2L * readout.looks(), pixels.length, 1};
        try (Tape tape = Tape.recording(Precision.SINGLE, random.nextLong())) {
            TorchOps ops = new TorchOps(parameters, TorchOps.Mode.TRAINING);
            Value made = ops.tanh(readout.forward(ops, scale.on(tape, samples, pictures, pixels)));
            Value truth = tape.of(samples.truth(pictures, pixels, readout.looks()), shape);
            Value errors = tape.square(tape.subtract(made, truth));
            float[] weights = weights(errors.toFloats(), pictures, pixels, done);
            Value loss = tape.scale(tape.mean(tape.multiply(errors, tape.of(weights, shape))), 2 * readout.looks());
            List<String> names = parameters.learning();
            adam.step(tape, parameters, names, tape.gradients(loss, parameters.all(names)), rate);
        }
    }

    /** How much each error counts: that of the look that a picture belongs to, more where it is bright. */
    private float[] weights(float[] errors, int[] pictures, int[] pixels, double done) {
        int looks = readout.looks();
        float[] weights = new float[errors.length];
        for (int n = 0; n < pictures.length; n++) {
            float[] light = new float[pixels.length];
            for (int p = 0; p < pixels.length; p++) {
                light[p] = (float) (1 + BRIGHT * (samples.lightness(pictures[n], pixels[p]) + 1) / 2);
            }
            int own = done < BEGINNING ? beginnings[pictures[n]] : nearest(errors, n, light, looks);
            double strength = samples.strength(pictures[n]);
            for (int plane = 0; plane < 2 * looks; plane++) {
                double share = SHARED / looks + (plane % looks == own ? 1 - SHARED : 0);
                int first = (n * 2 * looks + plane) * pixels.length;
                for (int p = 0; p < pixels.length; p++) {
                    weights[first + p] = (float) (share * light[p] / strength);
                }
            }
        }
        return weights;
    }

    /**
     * The look of the least error.
     *
     * @param errors squares, {@code [N, 2 looks, pixels]}
     * @param n which picture's
     * @param light how much each pixel counts
     */
    static int nearest(float[] errors, int n, float[] light, int looks) {
        double[] sums = new double[looks];
        for (int plane = 0; plane < 2 * looks; plane++) {
            int first = (n * 2 * looks + plane) * light.length;
            for (int p = 0; p < light.length; p++) {
                sums[plane % looks] += light[p] * errors[first + p];
            }
        }
        int nearest = 0;
        for (int look = 1; look < looks; look++) {
            if (sums[look] < sums[nearest]) {
                nearest = look;
            }
        }
        return nearest;
    }
}
