package io.astrochrome.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.Purpose;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.SelfTest;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.Pictures;
import io.astrochrome.trainer.data.TensorStore;
import io.astrochrome.trainer.objective.Learner;
import io.astrochrome.trainer.recipe.FineTuning;
import io.astrochrome.trainer.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseModelTest {
    @TempDir
    Path folder;

    private PictureSet pictures;

    @BeforeEach
    void makePictures() throws IOException {
        pictures = Pictures.fill(new TensorStore(folder.resolve("tensors")), 5, 2);
    }

    private Path run(Recipe recipe, String out, BaseModel base) throws IOException {
        RunPlan plan = new RunPlan(
                "run",
                recipe,
                pictures.of(Purpose.TRAIN),
                pictures.of(Purpose.VALIDATION),
                null,
                folder.resolve(out),
                true,
                RunBudget.UNLIMITED,
                Duration.ofHours(1),
                1,
                "abc",
                base);
        return new TrainingRun(plan, event -> {}).run().model().orElseThrow();
    }

    private static float[] answer(Path onnx) throws Exception {
        try (ColourModel model = ColourModel.load(onnx, SessionSettings.cpu(1))) {
            int side = SelfTest.DEFAULT_SIDE;
            return model.predict(List.of(SelfTest.lightness(side)), side, side, null)
                    .ab();
        }
    }

    private static BaseModel base(Path onnx) throws Exception {
        try (ColourModel model = ColourModel.load(onnx, SessionSettings.cpu(1))) {
            return new BaseModel(model.modelId(), onnx);
        }
    }

    private static float farthest(float[] one, float[] other) {
        float worst = 0;
        for (int i = 0; i < one.length; i++) {
            worst = Math.max(worst, Math.abs(one[i] - other[i]));
        }
        return worst;
    }

    @ParameterizedTest
    @ValueSource(strings = {"half-weights: false", "half-weights: true"})
    void aLearnerThatGoesOnFromAModelAnswersAsTheModelDoes(String weights) throws Exception {
        Recipe recipe = TinyRecipe.with("half-weights: false", weights);
        Path champion = run(recipe, "champion", null);
        int side = SelfTest.DEFAULT_SIDE;

        try (Learner learner =
                new Learner(recipe.generator(), recipe.critic(), recipe.objective(), recipe.optimiser(), 99)) {
            float before = farthest(answer(champion), learner.predict(SelfTest.lightness(side), 1, side, side, true));
            base(champion).into(learner);
            float after = farthest(answer(champion), learner.predict(SelfTest.lightness(side), 1, side, side, true));

            assertThat(after).isLessThan(1e-4f);
            assertThat(before).as("from random values it is elsewhere").isGreaterThan(10 * after);
        }
    }

    @Test
    void aRunGoesOnFromAModelByTheModelsRecipeShortened() throws Exception {
        Recipe recipe = TinyRecipe.with("", "");
        Path champion = run(recipe, "champion", null);

        Path tuned = run(new FineTuning(8, 1).of(recipe), "tuned", base(champion));

        try (ColourModel model = ColourModel.load(tuned, SessionSettings.cpu(1))) {
            assertThat(model.metadata().recipe()).isEqualTo("tiny-tuned");
            assertThat(model.metadata().quality()).containsKey("gainDecibels");
        }
    }

    @Test
    void aModelThatIsAskedInSeveralViewsCanBeGoneOnFrom() throws Exception {
        Recipe recipe = TinyRecipe.with("half-weights: false", "half-weights: false, views: 8");
        Path champion = run(recipe, "champion", null);

        Path tuned = run(new FineTuning(2, 1).of(recipe), "tuned", base(champion));

        assertThat(farthest(answer(champion), answer(tuned))).isLessThan(0.05f);
    }

    @Test
    void aModelOfAnotherNetworkIsRefusedByName() throws Exception {
        BaseModel champion = base(run(TinyRecipe.with("", ""), "champion", null));
        Recipe wider = TinyRecipe.with("[8, 8, 8, 8, 8]", "[8, 8, 8, 8, 16]");

        assertThatThrownBy(() -> run(wider, "wider", champion))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("cannot be gone on from")
                .hasMessageContaining("decoder.4");
    }

    @Test
    void aFileThatIsNotThePromisedModelIsRefused() throws Exception {
        Path onnx = run(TinyRecipe.with("", ""), "champion", null);

        assertThatThrownBy(() -> new BaseModel("0".repeat(64), onnx).metadata())
                .isInstanceOf(RunException.class)
                .hasMessageContaining("as promised");
    }
}
