package io.astrochrome.trainer.objective;

import io.astrochrome.tensors.TensorSides;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.TorchOps;
import io.astrochrome.trainer.engine.Value;
import io.astrochrome.trainer.network.Generator;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Tries looks on pictures of a batch, as the network stands, so that each picture is learnt from with the look that suits
 * it best: looks become the means of what suits them, as clusters do (multiple choice learning; Guzman-Rivera et al. 2012).
 */
record LookTrial(Colouriser colouriser) {
    /** Part of the pictures that are learnt from with a look. */
    private static final double SHARE = 0.45;

    /** At half the side, where it can be halved, a trial costs a quarter and says the same. */
    private static final int HALVED = 2;

    private static final double BRIGHT = 1.5;

    /** Errors of all looks on the pictures that the seed draws. */
    LookErrors of(TrainingBatch batch, long seed) {
        int count = colouriser.network().settings().looks();
        SplittableRandom random = new SplittableRandom(seed);
        int[] drawn = new int[batch.n()];
        int tried = 0;
        for (int picture = 0; picture < batch.n(); picture++) {
            if (random.nextDouble() < SHARE) {
                drawn[tried++] = picture;
            }
        }
        LookErrors errors = LookErrors.none(batch.n(), count);
        if (tried > 0) {
            measure(chosen(batch, Arrays.copyOf(drawn, tried)), drawn, errors);
        }
        return errors;
    }

    private void measure(TrainingBatch some, int[] places, LookErrors errors) {
        float[] looks = colouriser.looks();
        int width = looks.length / errors.looks();
        Generator network = colouriser.network();
        try (Tape tape = Tape.silent(Precision.SINGLE)) {
            TorchOps ops = new TorchOps(colouriser.trained().parameters(), TorchOps.Mode.PREDICTION);
            Value l = Pictures.on(tape, some).l();
            var features = network.encoder().forward(ops, l);
            for (int look = 0; look < errors.looks(); look++) {
                float[] palette = Arrays.copyOfRange(looks, look * width, (look + 1) * width);
                Value ab = network.colours(ops, features, l, tape.of(palette, 1, width, 1, 1));
                float[] made = ab.toFloats();
                for (int i = 0; i < some.n(); i++) {
                    errors.errors()[places[i] * errors.looks() + look] = error(some, i, made);
                }
            }
        }
    }

    private static double error(TrainingBatch truth, int picture, float[] made) {
        int pixels = truth.h() * truth.w();
        double sum = 0;
        for (int i = 0; i < pixels; i++) {
            double light = 1 + BRIGHT * (truth.l()[picture * pixels + i] + 1) / 2;
            double a = made[2 * picture * pixels + i] - truth.ab()[2 * picture * pixels + i];
            double b = made[(2 * picture + 1) * pixels + i] - truth.ab()[(2 * picture + 1) * pixels + i];
            sum += light * (a * a + b * b);
        }
        return sum / pixels;
    }

    /** Those pictures, halved where the sides let it. */
    private static TrainingBatch chosen(TrainingBatch batch, int[] places) {
        boolean halve =
                batch.h() % (HALVED * TensorSides.MULTIPLE) == 0 && batch.w() % (HALVED * TensorSides.MULTIPLE) == 0;
        int step = halve ? HALVED : 1;
        int h = batch.h() / step;
        int w = batch.w() / step;
        float[] l = new float[places.length * h * w];
        float[] ab = new float[2 * places.length * h * w];
        for (int i = 0; i < places.length; i++) {
            reduce(batch.l(), places[i], batch.h(), batch.w(), step, l, i);
            reduce(batch.ab(), 2 * places[i], batch.h(), batch.w(), step, ab, 2 * i);
            reduce(batch.ab(), 2 * places[i] + 1, batch.h(), batch.w(), step, ab, 2 * i + 1);
        }
        return new TrainingBatch(places.length, h, w, l, ab);
    }

    /** One plane's means of {@code step} by {@code step} pixels. */
    private static void reduce(float[] from, int plane, int h, int w, int step, float[] to, int place) {
        int columns = w / step;
        int first = place * (h / step) * columns;
        float share = 1f / (step * step);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                to[first + y / step * columns + x / step] += share * from[(plane * h + y) * w + x];
            }
        }
    }
}
