package io.astrochrome.trainer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LongRunTest {
    private static final Path MEMORY = Path.of("/proc/self/status");
    private static final long MEBIBYTE = 1 << 20;

    @Test
    void memoryStaysFlatOverFiveHundredStepsOfTheGame() throws IOException {
        assumeThat(MEMORY).as("the system does not tell a process its memory").exists();
        TrainingBatch batch = TinyLearner.batch(2, 1);
        try (Learner learner = TinyLearner.wganGp(1)) {
            run(learner, batch, 40);
            long before = residentBytes();
            run(learner, batch, 500);
            assertThat(residentBytes() - before).isLessThan(32 * MEBIBYTE);
        }
    }

    /** The critic's and, every fourth, the generator's. */
    private static void run(Learner learner, TrainingBatch batch, int steps) {
        for (int step = 0; step < steps; step++) {
            if (step % 4 == 3) {
                learner.generatorStep(batch, true);
            } else {
                learner.criticStep(batch);
            }
        }
    }

    private static long residentBytes() throws IOException {
        System.gc();
        String line = Files.readAllLines(MEMORY).stream()
                .filter(text -> text.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    }

    @Test
    void eightPicturesAreLearntByHeart() {
        TrainingBatch batch = TinyLearner.batch(8, 3);
        OptimiserSettings adam = new OptimiserSettings(0.9, 0.999, 1e-8, 0, 0);
        ObjectiveSettings squares =
                new ObjectiveSettings(Adversarial.NONE, 0, 1, PixelLoss.CHARBONNIER, 1, 0, 0, 0, null, 0, 0, 0.9);
        try (Learner learner = new Learner(TinyLearner.generator(), null, squares, adam, 1)) {
            double decibels = 0;
            for (int step = 0; step < 600 && decibels < 35; step++) {
                learner.learningRates(step < 200 ? 5e-3 : step < 350 ? 2e-3 : 5e-4, 0);
                learner.generatorStep(batch, false);
                if (step % 25 == 24) {
                    decibels = psnr(batch, learner.predict(batch.l(), 8, 32, 32, true));
                }
            }
            assertThat(decibels).isGreaterThan(35);
        }
    }

    /** Of sRGB in [0, 1], over all eight. */
    private static double psnr(TrainingBatch batch, float[] ab) {
        float[] truth = srgb(batch, batch.ab());
        float[] made = srgb(batch, ab);
        double squares = 0;
        for (int i = 0; i < truth.length; i++) {
            squares += Math.pow(clipped(truth[i]) - clipped(made[i]), 2);
        }
        return -10 * Math.log10(squares / truth.length);
    }

    private static double clipped(float value) {
        return Math.max(0, Math.min(1, value));
    }

    private static float[] srgb(TrainingBatch batch, float[] ab) {
        try (Tape tape = Tape.silent(Precision.SINGLE)) {
            Pictures pictures = Pictures.on(tape, new TrainingBatch(batch.n(), batch.h(), batch.w(), batch.l(), ab));
            return DifferentiableSrgb.of(tape, pictures.l(), pictures.ab()).toFloats();
        }
    }
}
