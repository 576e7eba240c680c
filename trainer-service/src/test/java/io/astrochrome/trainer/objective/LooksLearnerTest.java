package io.astrochrome.trainer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Look;
import io.astrochrome.model.ModelMetadata;
import io.astrochrome.model.Prediction;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.trainer.export.ExportOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LooksLearnerTest {
    private static final int WIDTH = 28;
    private static final int SIDE = TinyLearner.SIDE;
    private static final int PLANE = SIDE * SIDE;

    @TempDir
    Path folder;

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

    /** Its two looks are the palettes of those pictures. */
    private static Learner learner(TrainingBatch batch) {
        Learner learner = new Learner(
                TinyLearner.generator().withPaletteWidth(WIDTH).withLooks(2),
                null,
                new ObjectiveSettings(Adversarial.NONE, 0, 1, PixelLoss.L2, 100, 0, 0, 0, null, 0, 0, 0),
                new OptimiserSettings(0.9, 0.999, 1e-8, 0, 0),
                1);
        learner.offer(PaletteHint.of(batch, WIDTH), 1, 1.5f);
        learner.learningRates(3e-3, 0);
        return learner;
    }

    private static double mean(float[] planes, int plane) {
        double sum = 0;
        for (int i = 0; i < PLANE; i++) {
            sum += planes[plane * PLANE + i];
        }
        return sum / PLANE;
    }

    @Test
    void eachLookLearnsFromThePicturesThatItSuits() {
        TrainingBatch batch = redAndBlue();
        try (Learner learner = learner(batch)) {
            for (int step = 0; step < 120; step++) {
                assertThat(learner.generatorStep(batch, false).named()).containsKey("likelihood");
            }
            float[] made = learner.predict(batch.l(), learner.looks(), 2, SIDE, SIDE, false);

            assertThat(mean(made, 0)).as("a of the first look").isGreaterThan(0.2);
            assertThat(mean(made, 3)).as("b of the second look").isLessThan(-0.2);
        }
    }

    @Test
    void theFileGivesTheLikeliestLookWhereNothingElseIsAskedFor() throws Exception {
        TrainingBatch batch = redAndBlue();
        Path file = folder.resolve("model.onnx");
        try (Learner learner = learner(batch)) {
            for (int step = 0; step < 3; step++) {
                learner.generatorStep(batch, false);
            }
            List<Look> looks = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                looks.add(new Look(
                        i == 0 ? "red" : "blue",
                        i == 0 ? 1 : 1.5f,
                        Arrays.copyOfRange(learner.looks(), i * WIDTH, (i + 1) * WIDTH)));
            }
            ModelMetadata metadata =
                    new ModelMetadata("tiny", SIDE, "none", "tiny", "0", "0", "0", 1, Map.of(), "CC0-1.0", looks);
            learner.export(file, ExportOptions.standard(), metadata.toProperties());

            try (ColourModel model = ColourModel.load(file, SessionSettings.cpu(1))) {
                float[] l = Arrays.copyOf(batch.l(), PLANE);
                Prediction unguided = model.predict(List.of(l), SIDE, SIDE, null);
                float[] told = learner.likelihoods(l, 1, SIDE, SIDE, true);
                int likeliest = told[0] >= told[1] ? 0 : 1;
                Prediction asked = model.predict(
                                List.of(l, l),
                                Collections.nCopies(
                                        2, model.looks().get(likeliest).palette()),
                                SIDE,
                                SIDE)
                        .vivid(1, model.looks().get(likeliest).vividness());

                assertThat(model.looks()).extracting(Look::name).containsExactly("red", "blue");
                assertThat(unguided.looks(0)[0] + unguided.looks(0)[1]).isCloseTo(1, within(1e-5f));
                assertThat(Math.log(unguided.looks(0)[0] / unguided.looks(0)[1]))
                        .isCloseTo(told[0] - told[1], within(2e-2));
                assertThat(unguided.a(0)).containsExactly(asked.a(1), within(1e-4f));
                assertThat(unguided.b(0)).containsExactly(asked.b(1), within(1e-4f));
            }
        }
    }

    @Test
    void looksAreKeptWithACheckpoint() {
        TrainingBatch batch = redAndBlue();
        try (Learner learner = learner(batch);
                Learner other = learner(batch)) {
            other.offer(new float[2 * WIDTH], 1, 1);
            other.restore(learner.state());

            assertThat(other.looks()).containsExactly(learner.looks());
        }
    }

    @Test
    void moreLooksThanTheNetworkRanksAreRefused() {
        try (Learner learner = learner(redAndBlue())) {
            assertThatThrownBy(() -> learner.offer(new float[3 * WIDTH], 1, 1, 1))
                    .hasMessageContaining("56 values in all, not 84 of 3 looks");
        }
    }
}
