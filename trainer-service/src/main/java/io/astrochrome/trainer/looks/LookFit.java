package io.astrochrome.trainer.looks;

import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.engine.Adam;
import io.astrochrome.trainer.engine.EngineCheck;
import io.astrochrome.trainer.engine.Parameters;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.TorchOps;
import io.astrochrome.trainer.engine.Value;
import io.astrochrome.trainer.network.Blueprint;
import io.astrochrome.trainer.network.Conv;
import io.astrochrome.trainer.network.Feature;
import io.astrochrome.trainer.network.LookReadout;
import io.astrochrome.trainer.network.Ops;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/**
 * Learns what looks make of a frozen network's features, pixel by pixel: of all looks the one that comes nearest to a picture
 * learns from it (multiple choice learning; Guzman-Rivera et al. 2012), after a while in which each learns from the pictures
 * that are like the one it is named after. What squared errors make pale and of one hue is then spread towards the true
 * colours' own spread about grey. The same samples, beginnings and seed give the same looks on one machine.
 *
 * @param looks how many there are
 * @param channels of the decoder's maps, of which the samples tell
 * @param spreads how far each look's colours are spread towards the true ones', 0 to 1
 */
public record LookFit(int looks, List<Integer> channels, List<Double> spreads) {
    private static final int AB = 2;
    private static final int EPOCHS = 14;
    private static final int LEAST_STEPS = 400;
    private static final int BATCH = 32;
    private static final int POINTS = 128;
    private static final double RATE = 2e-3;
    private static final double FINAL_RATE = 0.02;
    private static final int WARM_UP = 50;
    private static final double WEIGHT_DECAY = 0.02;
    private static final double DROPPED = 0.2;

    /** Part of the steps in which beginnings decide. */
    private static final double BEGINNING = 0.15;

    /** What all looks learn from every picture, so that none dies out. */
    private static final double SHARED = 0.03;

    /** How much brighter pixels count more. */
    private static final double BRIGHT = 1.5;

    /** Pictures of strong colours count less, by this power of their own mean square of chroma. */
    private static final double BALANCE = 0.6;

    private static final double NEARLY_GREY = 2e-4;

    /** Chroma that no finite number gives is taken for this. */
    private static final double MOST = 0.95;

    private static final float LEAST_SPREAD = 1e-3f;
    private static final String FIRST = "first";
    private static final String SECOND = "second";
    private static final String THIRD = "third";
    private static final String WEIGHT = ".weight";
    private static final String BIAS = ".bias";

    private <T> T forward(Ops<T> ops, T told, int depth) {
        T x = ops.dropout(ops.relu(ops.conv(told, Conv.pointwise(FIRST, depth, LookReadout.WIDTH))), DROPPED);
        x = ops.relu(ops.conv(x, Conv.pointwise(SECOND, LookReadout.WIDTH, LookReadout.WIDTH)));
        return ops.conv(x, Conv.pointwise(THIRD, LookReadout.WIDTH, AB * looks).withGain(0.1));
    }

    /**
     * The readout's values by name, for {@link LookReadout}.
     *
     * @param beginnings the look that each picture is most like
     * @param told how much of the work is done, 0 to 1
     */
    public Map<String, Tensor> of(LookSamples samples, int[] beginnings, long seed, DoubleConsumer told) {
        Blueprint blueprint = new Blueprint();
        forward(blueprint, new Feature(samples.depth(), POINTS, 1), samples.depth());
        EngineCheck.require(blueprint.convolutions());
        Scale scale = Scale.of(samples);
        try (Parameters parameters = new Parameters(blueprint.parameters(), Precision.SINGLE, seed);
                Adam adam = new Adam(blueprint.parameters(), Precision.SINGLE, 0.9, 0.999, 1e-8, WEIGHT_DECAY)) {
            Course course = new Course(samples, beginnings, scale, parameters, adam);
            course.learn(seed, told);
            return values(parameters.save(), scale, course.spread());
        }
    }

    /** What was learnt, as the readout has it: unscaled, spread, and without what the head gives. */
    private Map<String, Tensor> values(Map<String, Tensor> learnt, Scale scale, ColourSpread[] spread) {
        Map<String, Tensor> values = new LinkedHashMap<>();
        int width = LookReadout.WIDTH;
        int depth = scale.means.length;
        float[] first = learnt.get(FIRST + WEIGHT).toFloats();
        float[] bias = learnt.get(FIRST + BIAS).toFloats();
        for (int unit = 0; unit < width; unit++) {
            for (int i = 0; i < depth; i++) {
                first[unit * depth + i] /= scale.spreads[i];
                bias[unit] -= first[unit * depth + i] * scale.means[i];
            }
        }
        int from = 0;
        for (int map = 0; map < channels.size(); map++) {
            values.put(LookReadout.tap(map) + WEIGHT, part(first, depth, from, channels.get(map)));
            from += channels.get(map);
        }
        values.put(LookReadout.LIGHT + WEIGHT, part(first, depth, from, 1));
        values.put(LookReadout.LIGHT + BIAS, Tensor.ofFloats(bias, width));
        values.put(LookReadout.HIDDEN + WEIGHT, learnt.get(SECOND + WEIGHT));
        values.put(LookReadout.HIDDEN + BIAS, learnt.get(SECOND + BIAS));
        colours(learnt, spread, values);
        return values;
    }

    private static Tensor part(float[] weights, int depth, int from, int count) {
        float[] part = new float[LookReadout.WIDTH * count];
        for (int unit = 0; unit < LookReadout.WIDTH; unit++) {
            System.arraycopy(weights, unit * depth + from, part, unit * count, count);
        }
        return Tensor.ofFloats(part, LookReadout.WIDTH, count, 1, 1);
    }

    private void colours(Map<String, Tensor> learnt, ColourSpread[] spread, Map<String, Tensor> values) {
        int width = LookReadout.WIDTH;
        float[] weights = learnt.get(THIRD + WEIGHT).toFloats();
        float[] biases = learnt.get(THIRD + BIAS).toFloats();
        float[] spreadWeights = new float[AB * looks * (width + AB)];
        float[] spreadBiases = new float[AB * looks];
        for (int look = 0; look < looks; look++) {
            ColourSpread m = spread[look];
            int a = look;
            int b = looks + look;
            for (int i = 0; i < width; i++) {
                float forA = weights[a * width + i];
                float forB = weights[b * width + i];
                spreadWeights[a * (width + AB) + i] = (float) (m.aa() * forA + m.ab() * forB);
                spreadWeights[b * (width + AB) + i] = (float) (m.ab() * forA + m.bb() * forB);
            }
            spreadWeights[a * (width + AB) + width] = -1;
            spreadWeights[b * (width + AB) + width + 1] = -1;
            spreadBiases[a] = (float) (m.aa() * biases[a] + m.ab() * biases[b]);
            spreadBiases[b] = (float) (m.ab() * biases[a] + m.bb() * biases[b]);
        }
        values.put(LookReadout.COLOURS + WEIGHT, Tensor.ofFloats(spreadWeights, AB * looks, width + AB, 1, 1));
        values.put(LookReadout.COLOURS + BIAS, Tensor.ofFloats(spreadBiases, AB * looks));
    }

    /** Means and spreads of what tells of a pixel. */
    private record Scale(float[] means, float[] spreads) {
        private static final int EVERY = 16;

        static Scale of(LookSamples samples) {
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
            return new Scale(means, spreads);
        }
    }

    /** One fit. */
    private final class Course {
        private final LookSamples samples;
        private final int[] beginnings;
        private final Scale scale;
        private final Parameters parameters;
        private final Adam adam;
        private final double[] strength;

        Course(LookSamples samples, int[] beginnings, Scale scale, Parameters parameters, Adam adam) {
            this.samples = samples;
            this.beginnings = beginnings;
            this.scale = scale;
            this.parameters = parameters;
            this.adam = adam;
            strength = new double[samples.size()];
            for (int picture = 0; picture < strength.length; picture++) {
                double sum = 0;
                for (float value : samples.colours(picture)) {
                    sum += value * value;
                }
                strength[picture] = Math.pow(sum / LookSamples.PIXELS + NEARLY_GREY, BALANCE);
            }
        }

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

        private void step(int[] pictures, SplittableRandom random, double done, double rate) {
            int[] pixels = random.ints(POINTS, 0, LookSamples.PIXELS).toArray();
            try (Tape tape = Tape.recording(Precision.SINGLE, random.nextLong())) {
                TorchOps ops = new TorchOps(parameters, TorchOps.Mode.TRAINING);
                Value made = ops.tanh(forward(ops, told(tape, pictures, pixels), samples.depth()));
                Value truth = tape.of(truth(pictures, pixels), pictures.length, AB * looks, pixels.length, 1);
                Value errors = tape.square(tape.subtract(made, truth));
                float[] weights = weights(errors.toFloats(), pictures, pixels, done);
                Value counted = tape.multiply(errors, tape.of(weights, pictures.length, AB * looks, pixels.length, 1));
                Value loss = tape.scale(tape.mean(counted), AB * looks);
                List<String> names = parameters.learning();
                adam.step(tape, parameters, names, tape.gradients(loss, parameters.all(names)), rate);
            }
        }

        private Value told(Tape tape, int[] pictures, int[] pixels) {
            int depth = samples.depth();
            float[] told = new float[pictures.length * depth * pixels.length];
            for (int n = 0; n < pictures.length; n++) {
                short[] halves = samples.told(pictures[n]);
                for (int p = 0; p < pixels.length; p++) {
                    for (int i = 0; i < depth; i++) {
                        float value = HalfFloat.toFloat(halves[pixels[p] * depth + i]);
                        told[(n * depth + i) * pixels.length + p] = (value - scale.means[i]) / scale.spreads[i];
                    }
                }
            }
            return tape.of(told, pictures.length, depth, pixels.length, 1);
        }

        /** The true a for each look, then the true b for each look. */
        private float[] truth(int[] pictures, int[] pixels) {
            float[] truth = new float[pictures.length * AB * looks * pixels.length];
            for (int n = 0; n < pictures.length; n++) {
                float[] colours = samples.colours(pictures[n]);
                for (int plane = 0; plane < AB * looks; plane++) {
                    for (int p = 0; p < pixels.length; p++) {
                        truth[(n * AB * looks + plane) * pixels.length + p] =
                                colours[plane / looks * LookSamples.PIXELS + pixels[p]];
                    }
                }
            }
            return truth;
        }

        /** How much each error counts: that of the look that a picture belongs to, more where it is bright. */
        private float[] weights(float[] errors, int[] pictures, int[] pixels, double done) {
            float[] weights = new float[errors.length];
            int depth = samples.depth();
            for (int n = 0; n < pictures.length; n++) {
                float[] light = new float[pixels.length];
                for (int p = 0; p < pixels.length; p++) {
                    float l = HalfFloat.toFloat(samples.told(pictures[n])[pixels[p] * depth + depth - 1]);
                    light[p] = (float) (1 + BRIGHT * (l + 1) / 2);
                }
                int own = done < BEGINNING ? beginnings[pictures[n]] : nearest(errors, n, light);
                for (int plane = 0; plane < AB * looks; plane++) {
                    double share = SHARED / looks + (plane % looks == own ? 1 - SHARED : 0);
                    int first = (n * AB * looks + plane) * pixels.length;
                    for (int p = 0; p < pixels.length; p++) {
                        weights[first + p] = (float) (share * light[p] / strength[pictures[n]]);
                    }
                }
            }
            return weights;
        }

        private int nearest(float[] errors, int n, float[] light) {
            double[] sums = new double[looks];
            for (int plane = 0; plane < AB * looks; plane++) {
                int first = (n * AB * looks + plane) * light.length;
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

        /** What each look's colours are to be multiplied by, so that they spread as the true ones of its pictures do. */
        ColourSpread[] spread() {
            double[][] made = new double[looks][3];
            double[][] wanted = new double[looks][3];
            int[] all = new int[LookSamples.PIXELS];
            Arrays.setAll(all, i -> i);
            for (int picture = 0; picture < samples.size(); picture++) {
                try (Tape tape = Tape.silent(Precision.SINGLE)) {
                    TorchOps ops = new TorchOps(parameters, TorchOps.Mode.PREDICTION);
                    int[] one = {picture};
                    float[] colours =
                            forward(ops, told(tape, one, all), samples.depth()).toFloats();
                    int look = nearest(squares(colours, one, all), 0, ones(all.length));
                    float[] truth = samples.colours(picture);
                    double weight = 1 / strength[picture];
                    for (int p = 0; p < all.length; p++) {
                        count(
                                made[look],
                                colours[look * all.length + p],
                                colours[(looks + look) * all.length + p],
                                weight);
                        count(wanted[look], unbounded(truth[p]), unbounded(truth[all.length + p]), weight);
                    }
                }
            }
            ColourSpread[] spread = new ColourSpread[looks];
            for (int look = 0; look < looks; look++) {
                ColourSpread whole = of(made[look]).mapTo(of(wanted[look]));
                spread[look] = made[look][0] + made[look][2] == 0
                        ? ColourSpread.IDENTITY
                        : ColourSpread.IDENTITY.towards(whole, spreads.get(look));
            }
            return spread;
        }

        private float[] squares(float[] colours, int[] picture, int[] pixels) {
            float[] truth = truth(picture, pixels);
            float[] squares = new float[truth.length];
            for (int i = 0; i < squares.length; i++) {
                double difference = Math.tanh(colours[i]) - truth[i];
                squares[i] = (float) (difference * difference);
            }
            return squares;
        }
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static void count(double[] sums, double a, double b, double weight) {
        sums[0] += weight * a * a;
        sums[1] += weight * a * b;
        sums[2] += weight * b * b;
    }

    private static ColourSpread of(double[] sums) {
        return new ColourSpread(sums[0], sums[1], sums[2]);
    }

    /** The number whose hyperbolic tangent it is. */
    private static double unbounded(double chroma) {
        double bounded = Math.max(-MOST, Math.min(MOST, chroma));
        return 0.5 * Math.log((1 + bounded) / (1 - bounded));
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }
}
