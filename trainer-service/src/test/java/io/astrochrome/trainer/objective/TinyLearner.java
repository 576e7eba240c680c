package io.astrochrome.trainer.objective;

import io.astrochrome.trainer.network.CriticKind;
import io.astrochrome.trainer.network.CriticSettings;
import io.astrochrome.trainer.network.GeneratorSettings;
import io.astrochrome.trainer.network.encoder.Encoder;
import java.util.List;
import java.util.SplittableRandom;

/** Learners and batches small enough for a test. */
final class TinyLearner {
    static final int SIDE = 32;

    private TinyLearner() {}

    static GeneratorSettings generator() {
        return GeneratorSettings.of(Encoder.MOBILENET_V2).withDecoderWidths(List.of(16, 12, 8, 8, 8));
    }

    static CriticSettings critic() {
        return new CriticSettings(CriticKind.BASIC, 8, 0);
    }

    static Learner pixelOnly(long seed) {
        Learner learner = new Learner(
                generator(), null, ObjectiveSettings.pixelOnly(PixelLoss.L1), OptimiserSettings.paper(), seed);
        learner.learningRates(1e-3, 0);
        return learner;
    }

    static Learner wganGp(long seed) {
        Learner learner =
                new Learner(generator(), critic(), ObjectiveSettings.wganGp(10), OptimiserSettings.paper(), seed);
        learner.learningRates(1e-3, 1e-3);
        return learner;
    }

    /** Smooth lightness, and colour that depends on it. */
    static TrainingBatch batch(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int plane = SIDE * SIDE;
        float[] l = new float[n * plane];
        float[] ab = new float[2 * n * plane];
        for (int picture = 0; picture < n; picture++) {
            double fx = random.nextDouble(0.05, 0.4);
            double fy = random.nextDouble(0.05, 0.4);
            double hue = random.nextDouble(-0.4, 0.4);
            for (int i = 0; i < plane; i++) {
                int row = i / SIDE;
                double light = Math.sin(fx * (i % SIDE)) * Math.cos(fy * row);
                l[picture * plane + i] = (float) light;
                ab[2 * picture * plane + i] = (float) (hue * light);
                ab[(2 * picture + 1) * plane + i] = (float) (0.3 * light * light - hue);
            }
        }
        return new TrainingBatch(n, SIDE, SIDE, l, ab);
    }
}
