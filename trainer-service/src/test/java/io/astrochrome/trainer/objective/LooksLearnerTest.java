package io.astrochrome.trainer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Look;
import io.astrochrome.model.ModelMetadata;
import io.astrochrome.model.Prediction;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.export.ExportOptions;
import io.astrochrome.trainer.network.GeneratorSettings;
import io.astrochrome.trainer.network.LookReadout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LooksLearnerTest {
    private static final int WIDTH = 28;
    private static final int SIDE = TinyLearner.SIDE;
    private static final int PLANE = SIDE * SIDE;
    private static final ObjectiveSettings OBJECTIVE =
            new ObjectiveSettings(Adversarial.NONE, 0, 1, PixelLoss.L2, 100, 0, 0, 0, null, 0, 0, 0);
    private static final OptimiserSettings OPTIMISER = new OptimiserSettings(0.9, 0.999, 1e-8, 0, 0);

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

    private static Learner learner() {
        Learner learner = new Learner(
                TinyLearner.generator().withPaletteWidth(WIDTH).withLooks(2), null, OBJECTIVE, OPTIMISER, 1);
        learner.offer(1, 1.5f);
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
        try (Learner learner = learner()) {
            for (int step = 0; step < 120; step++) {
                assertThat(learner.generatorStep(batch, false).named()).containsKey("likelihood");
            }
            float[] made = learner.predict(batch.l(), learner.looks(), 2, SIDE, SIDE, false);
            int red = mean(made, 0) > mean(made, 2) ? 0 : 1;

            assertThat(mean(made, 2 * red)).as("a of one look").isGreaterThan(0.2);
            assertThat(mean(made, 2 * (1 - red) + 1)).as("b of the other").isLessThan(-0.2);
        }
    }

    @Test
    void theFileGivesTheLikeliestLookWhereNothingElseIsAskedFor() throws Exception {
        TrainingBatch batch = redAndBlue();
        Path file = folder.resolve("model.onnx");
        try (Learner learner = learner()) {
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
        try (Learner learner = learner();
                Learner other = learner()) {
            learner.generatorStep(batch, false);
            other.offer(1, 1);
            other.restore(learner.state());

            assertThat(other.predict(batch.l(), 2, SIDE, SIDE, false))
                    .containsExactly(learner.predict(batch.l(), 2, SIDE, SIDE, false));
        }
    }

    @Test
    void whatSaysWhichLookIsWhichIsNotLearnt() {
        TrainingBatch batch = redAndBlue();
        try (Learner learner = learner()) {
            learner.encoderFrozen(false);
            for (int step = 0; step < 3; step++) {
                learner.generatorStep(batch, false);
            }
            Map<String, Tensor> state = learner.state();
            new LookReadout(2, WIDTH).constants().forEach((name, constant) -> assertThat(
                            state.get("generator." + name).toFloats())
                    .containsExactly(constant.toFloats()));
        }
    }

    /** Looks come on top: a model that had none answers as before, whichever of the new looks is asked for. */
    @Test
    void aModelThatOfferedNoneIsGoneOnFromUnchanged() {
        TrainingBatch batch = redAndBlue();
        GeneratorSettings plain = TinyLearner.generator().withPaletteWidth(WIDTH);
        try (Learner before = new Learner(plain, null, OBJECTIVE, OPTIMISER, 7);
                Learner learner = learner()) {
            before.learningRates(3e-3, 0);
            for (int step = 0; step < 5; step++) {
                before.generatorStep(batch, false);
            }
            Map<String, Tensor> values = new LinkedHashMap<>();
            before.state().forEach((name, tensor) -> values.put(name.replaceFirst("^generator\\.", ""), tensor));
            learner.startFrom(values);
            learner.offer(1, 1);

            assertThat(learner.predict(batch.l(), 2, SIDE, SIDE, false))
                    .containsExactly(before.predict(batch.l(), 2, SIDE, SIDE, false), within(2e-3f));
            float[] palettes = PaletteHint.of(batch, WIDTH);
            assertThat(learner.predict(batch.l(), palettes, 2, SIDE, SIDE, false))
                    .containsExactly(before.predict(batch.l(), palettes, 2, SIDE, SIDE, false), within(1e-6f));
        }
    }

    @Test
    void moreLooksThanTheNetworkRanksAreRefused() {
        try (Learner learner = learner()) {
            assertThatThrownBy(() -> learner.offer(1, 1, 1)).hasMessage("this generator has 2 looks, not 3");
        }
    }
}
