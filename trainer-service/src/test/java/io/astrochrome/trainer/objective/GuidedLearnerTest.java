package io.astrochrome.trainer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GuidedLearnerTest {
    private static final int WIDTH = 28;
    private static final int SIDE = TinyLearner.SIDE;
    private static final int PLANE = SIDE * SIDE;

    /** Two pictures of one lightness: one red, one blue. */
    private static TrainingBatch redAndBlue() {
        float[] l = new float[2 * PLANE];
        float[] ab = new float[4 * PLANE];
        for (int i = 0; i < PLANE; i++) {
            l[i] = (float) Math.sin(0.2 * (i % SIDE));
            l[PLANE + i] = l[i];
        }
        Arrays.fill(ab, 0, PLANE, 0.3f);
        Arrays.fill(ab, 3 * PLANE, 4 * PLANE, -0.3f);
        return new TrainingBatch(2, SIDE, SIDE, l, ab);
    }

    @Test
    void aPaletteDecidesWhatLightnessAloneLeavesOpen() {
        TrainingBatch batch = redAndBlue();
        try (Learner learner = new Learner(
                TinyLearner.generator().withPaletteWidth(WIDTH),
                null,
                new ObjectiveSettings(Adversarial.NONE, 0, 1, PixelLoss.L2, 100, 0, 0, 0, null, 0, 0, 0),
                new OptimiserSettings(0.9, 0.999, 1e-8, 0, 0),
                1)) {
            learner.learningRates(3e-3, 0);
            for (int step = 0; step < 120; step++) {
                learner.generatorStep(batch, false);
            }
            float[] guided = learner.predict(batch.l(), PaletteHint.of(batch, WIDTH), 2, SIDE, SIDE, false);
            float[] unguided = learner.predict(batch.l(), 2, SIDE, SIDE, false);

            assertThat(mean(guided, 0)).as("a of the red one").isGreaterThan(0.2);
            assertThat(mean(guided, 3)).as("b of the blue one").isLessThan(-0.2);
            assertThat(mean(guided, 2)).as("a of the blue one").isCloseTo(0, within(0.1));
            assertThat(mean(unguided, 0)).as("a of neither").isBetween(0.05, 0.25);
            assertThat(unguided).containsExactly(repeated(unguided));
        }
    }

    @Test
    void blackSkyIsLeftGreyUnlessAPaletteSaysOtherwise() {
        TrainingBatch tinted = redAndBlue();
        Arrays.fill(tinted.l(), -0.95f);
        try (Learner learner = new Learner(
                TinyLearner.generator().withPaletteWidth(WIDTH),
                null,
                new ObjectiveSettings(Adversarial.NONE, 0, 1, PixelLoss.L2, 100, 0, 0, 0, null, 0, 300, 0),
                new OptimiserSettings(0.9, 0.999, 1e-8, 0, 0),
                1)) {
            learner.learningRates(3e-3, 0);
            for (int step = 0; step < 120; step++) {
                learner.generatorStep(tinted, false);
            }
            float[] guided = learner.predict(tinted.l(), PaletteHint.of(tinted, WIDTH), 2, SIDE, SIDE, false);
            float[] unguided = learner.predict(tinted.l(), 2, SIDE, SIDE, false);

            assertThat(mean(guided, 0))
                    .as("a of the red one, as its palette says")
                    .isGreaterThan(0.2);
            assertThat(Math.abs(mean(unguided, 0))).as("a without a palette").isLessThan(0.08);
        }
    }

    private static double mean(float[] planes, int plane) {
        double sum = 0;
        for (int i = 0; i < PLANE; i++) {
            sum += planes[plane * PLANE + i];
        }
        return sum / PLANE;
    }

    /** The first picture's ab for both. */
    private static float[] repeated(float[] ab) {
        float[] twice = Arrays.copyOf(ab, ab.length);
        System.arraycopy(ab, 0, twice, 2 * PLANE, 2 * PLANE);
        return twice;
    }

    @Test
    void halfOfThePicturesLearnWithoutAPalette() {
        TrainingBatch batch = redAndBlue();
        int guided = 0;
        for (int seed = 0; seed < 500; seed++) {
            float[] hints = PaletteHint.forTraining(batch, WIDTH, seed);
            guided += (int) hints[WIDTH - 1] + (int) hints[2 * WIDTH - 1];
            assertThat(PaletteHint.forTraining(batch, WIDTH, seed)).containsExactly(hints);
        }
        assertThat(guided).isBetween(430, 570);
    }

    @Test
    void balancedAFaintPictureCountsLikeAStrongOne() {
        float[] truth = new float[4 * PLANE];
        Arrays.fill(truth, 0, 2 * PLANE, 0.4f);
        Arrays.fill(truth, 2 * PLANE, 4 * PLANE, 0.1f);
        try (Tape tape = Tape.silent(Precision.SINGLE)) {
            Pictures pictures = Pictures.on(tape, new TrainingBatch(2, SIDE, SIDE, new float[2 * PLANE], truth));
            double plain = loss(tape, pictures, 0);
            double balanced = loss(tape, pictures, 1);
            double strong = 0.16;
            double faint = 0.01;
            double strongWeight = 1 / (strong + 5e-4);
            double faintWeight = 1 / (faint + 5e-4);
            assertThat(plain).isCloseTo((strong + faint) / 2, within(1e-6));
            assertThat(balanced)
                    .isCloseTo(
                            (strong * strongWeight + faint * faintWeight) / (strongWeight + faintWeight), within(1e-5));
        }
    }

    private static double loss(Tape tape, Pictures truth, double balance) {
        return new PixelTerm(PixelLoss.L2, 0, balance)
                .of(tape, truth, tape.number(0, 2, 2, SIDE, SIDE))
                .item();
    }
}
