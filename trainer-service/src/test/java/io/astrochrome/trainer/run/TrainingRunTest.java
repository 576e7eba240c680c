package io.astrochrome.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.Purpose;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.tensors.ElementType;
import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.Pictures;
import io.astrochrome.trainer.data.TensorStore;
import io.astrochrome.trainer.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {
    @TempDir
    Path folder;

    private PictureSet pictures;

    @BeforeEach
    void makePictures() throws IOException {
        pictures = Pictures.fill(new TensorStore(folder.resolve("tensors")), 5, 2);
    }

    private RunPlan plan(Recipe recipe, String out, boolean resume, long steps) {
        return new RunPlan(
                "run",
                recipe,
                pictures.of(Purpose.TRAIN),
                pictures.of(Purpose.VALIDATION),
                null,
                folder.resolve(out),
                resume,
                new RunBudget(null, steps),
                Duration.ofHours(1),
                2,
                "abc");
    }

    private RunOutcome run(Recipe recipe, String out, boolean resume, long steps) throws IOException {
        return new TrainingRun(plan(recipe, out, resume, steps), event -> {}).run();
    }

    private Map<String, Tensor> state(String out) throws IOException {
        return new CheckpointFolder(folder.resolve(out))
                .load(CheckpointFolder.LAST)
                .orElseThrow()
                .state();
    }

    @Test
    void aResumedRunEndsInTheSameWeightsAsAnUninterruptedOne() throws IOException {
        Recipe recipe = TinyRecipe.with("", "");
        run(recipe, "whole", false, Long.MAX_VALUE);
        run(recipe, "parts", false, 1);
        run(recipe, "parts", true, 5);
        RunOutcome last = run(recipe, "parts", true, Long.MAX_VALUE);

        assertThat(last.end()).isEqualTo(RunOutcome.End.FINISHED);
        Map<String, Tensor> whole = state("whole");
        Map<String, Tensor> parts = state("parts");
        assertThat(parts.keySet()).isEqualTo(whole.keySet());
        assertThat(whole.keySet())
                .allSatisfy(name -> assertThat(parts.get(name)).isEqualTo(whole.get(name)));
    }

    @Test
    void tellsWhatItDoesAndLeavesAModelThatLoads() throws Exception {
        List<RunEvent> heard = new ArrayList<>();
        RunOutcome outcome =
                new TrainingRun(plan(TinyRecipe.with("", ""), "out", false, Long.MAX_VALUE), heard::add).run();

        assertThat(heard.get(0)).isEqualTo(new RunEvent.Started(0, 8, false));
        assertThat(heard).filteredOn(RunEvent.Stepped.class::isInstance).hasSize(8);
        assertThat(heard).filteredOn(RunEvent.Validated.class::isInstance).hasSize(2);
        assertThat(heard.get(heard.size() - 1)).isEqualTo(new RunEvent.Ended(8, outcome));
        assertThat(outcome.best()).isNotNull();
        try (ColourModel model = ColourModel.load(outcome.model().orElseThrow(), SessionSettings.cpu(1))) {
            assertThat(model.metadata().recipe()).isEqualTo("tiny");
            assertThat(model.metadata().dataHash())
                    .isEqualTo(pictures.of(Purpose.TRAIN).hash());
            assertThat(model.metadata().quality()).containsKey("gainDecibels");
        }
    }

    @Test
    void stopsWhereValuesAreNotFiniteAndKeepsTheCheckpoint() throws IOException {
        Recipe recipe = TinyRecipe.with("", "");
        run(recipe, "out", false, 1);
        CheckpointFolder checkpoints = new CheckpointFolder(folder.resolve("out"));
        Checkpoint good = checkpoints.load(CheckpointFolder.LAST).orElseThrow();
        checkpoints.save(CheckpointFolder.LAST, new Checkpoint(good.progress(), withNotANumber(good.state())));
        byte[] before = Files.readAllBytes(checkpoints.file(CheckpointFolder.LAST));

        RunOutcome outcome = run(recipe, "out", true, Long.MAX_VALUE);

        assertThat(outcome.end()).isEqualTo(RunOutcome.End.FAILED);
        assertThat(outcome.reason())
                .contains("step 1 gave values that are not finite")
                .contains("the last good checkpoint is kept");
        assertThat(Files.readAllBytes(checkpoints.file(CheckpointFolder.LAST))).isEqualTo(before);
    }

    /** The state with a value of each tensor spoilt. */
    private static Map<String, Tensor> withNotANumber(Map<String, Tensor> state) {
        Map<String, Tensor> spoilt = new LinkedHashMap<>(state);
        state.entrySet().stream()
                .filter(entry -> entry.getValue().type() == ElementType.F32)
                .forEach(entry -> {
                    float[] values = entry.getValue().toFloats();
                    values[0] = Float.NaN;
                    spoilt.put(
                            entry.getKey(),
                            Tensor.ofFloats(values, entry.getValue().shape()));
                });
        assertThat(spoilt).isNotEqualTo(state);
        return spoilt;
    }

    @Test
    void refusesToOverwriteAnotherRun() throws IOException {
        run(TinyRecipe.with("", ""), "out", false, 1);

        assertThatThrownBy(() -> run(TinyRecipe.with("", ""), "out", false, 1))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("holds a run already");
    }

    @Test
    void refusesToGoOnWithAnotherRecipe() throws IOException {
        run(TinyRecipe.with("", ""), "out", false, 1);

        assertThatThrownBy(() -> run(TinyRecipe.with("dropout: 0.2", "dropout: 0.3"), "out", true, 2))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("had another recipe");
    }

    @Test
    void stopsAtTheNextStepWhenAsked() throws IOException {
        TrainingRun[] self = new TrainingRun[1];
        self[0] = new TrainingRun(plan(TinyRecipe.with("", ""), "out", false, Long.MAX_VALUE), event -> {
            if (event instanceof RunEvent.Stepped stepped && stepped.step() == 1) {
                self[0].stop();
            }
        });

        assertThat(self[0].run().end()).isEqualTo(RunOutcome.End.STOPPED);
        assertThat(new CheckpointFolder(folder.resolve("out"))
                        .load(CheckpointFolder.LAST)
                        .orElseThrow()
                        .progress()
                        .step())
                .isEqualTo(2);
    }
}
