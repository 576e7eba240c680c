package io.astrochrome.trainer.service.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.astrochrome.events.Purpose;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.Pictures;
import io.astrochrome.trainer.data.TensorStore;
import io.astrochrome.trainer.recipe.Recipe;
import io.astrochrome.trainer.recipe.RecipeException;
import io.astrochrome.trainer.run.RunBudget;
import io.astrochrome.trainer.run.RunException;
import io.astrochrome.trainer.run.RunPlan;
import io.astrochrome.trainer.service.PlainConfig;
import io.astrochrome.trainer.service.registry.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMaterialTest {
    private static final String OWN = "name: own\nphases: [{name: only, steps: 5}]\n";

    @TempDir
    private Path folder;

    private PlainConfig config;
    private TensorStore tensors;
    private RunMaterial material;
    private Path run;

    @BeforeEach
    void aTrainerStarts() throws IOException {
        config = new PlainConfig(folder);
        tensors = new TensorStore(config.tensorFolder());
        material = new RunMaterial(config, tensors, null, null);
        run = config.runFolder().resolve("run-1");
        Files.createDirectories(config.recipeFolder());
        Files.writeString(config.recipeFolder().resolve("own.yaml"), OWN);
    }

    private static RunRequest request(String recipe) {
        return new RunRequest("run-1", recipe, null, "asked for", "Ada", Instant.EPOCH);
    }

    private Recipe recipe(String more) throws IOException {
        Files.writeString(config.recipeFolder().resolve("own.yaml"), OWN + more);
        return material.course(request("own"), run).recipe();
    }

    private PictureSet pictures(String more) throws IOException {
        Recipe recipe = recipe(more);
        return material.pictures(request("own"), recipe, run);
    }

    @Test
    void aRecipeIsTakenByItsNameAndHasItsOwnBeginning() throws IOException {
        RunMaterial.Course own = material.course(request("own"), run);

        assertThat(own.recipe().totalSteps()).isEqualTo(5);
        assertThat(own.base()).isNull();
        assertThat(run).isDirectory();
        assertThat(material.course(request("light"), run).recipe().name()).isEqualTo("light");
        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> material.course(request("../recipes/own"), run));
    }

    @Test
    void thePlanIsWhatRequestAndConfigurationSay() throws IOException {
        Pictures.fill(tensors, 4, 2);

        RunPlan plan = material.plan(request("own"), run);

        assertThat(plan.runId()).isEqualTo("run-1");
        assertThat(plan.recipe().name()).isEqualTo("own");
        assertThat(plan.training().size()).isEqualTo(4);
        assertThat(plan.validation().size()).isEqualTo(2);
        assertThat(plan.weights()).isEqualTo(folder.resolve("weights"));
        assertThat(plan.out()).isEqualTo(run);
        assertThat(plan.resume()).isTrue();
        assertThat(plan.budget()).isEqualTo(new RunBudget(Duration.ofHours(3), Long.MAX_VALUE));
        assertThat(plan.checkpointEvery()).isEqualTo(Duration.ofMinutes(7));
        assertThat(plan.batchThreads()).isEqualTo(2);
        assertThat(plan.base()).isNull();
    }

    @Test
    void aRunThatIsTakenUpAgainHasThePicturesThatItBeganWith() throws IOException {
        PictureSet before = Pictures.fill(tensors, 3, 2);
        assertThat(pictures("").hash()).isEqualTo(before.hash());

        tensors.add(Pictures.tensor(17, Purpose.TRAIN));
        tensors.add(Pictures.tensor(18, Purpose.VALIDATION));

        assertThat(pictures("").hash()).isEqualTo(before.hash());
        assertThat(material.pictures(request("own"), recipe(""), Files.createDirectories(folder.resolve("another")))
                        .size())
                .as("a new run has them all")
                .isEqualTo(7);
    }

    @Test
    void theRecipeChoosesWhatIsLearntFromAndNotWhatIsMeasuredWith() throws IOException {
        Pictures.fill(tensors, 8, 3);

        PictureSet chosen = pictures("data: {classes: [galaxy]}\n");

        assertThat(chosen.of(Purpose.TRAIN).pictures()).hasSize(4).allMatch(picture -> picture.category()
                .equals("galaxy"));
        assertThat(chosen.of(Purpose.VALIDATION).pictures())
                .extracting(picture -> picture.category())
                .containsExactlyInAnyOrderElementsOf(List.of("nebula", "galaxy", "nebula"));
    }

    @Test
    void tooFewPicturesAreRefusedAndNothingIsSettled() throws IOException {
        Pictures.fill(tensors, 2, 5);

        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> pictures(""))
                .withMessageStartingWith("there are 2 pictures to learn from (2 of 2 pictures kept;")
                .withMessageEndingWith("astrochrome.trainer.least-pictures asks for 3");

        tensors.add(Pictures.tensor(17, Purpose.TRAIN));
        assertThat(pictures("").size()).as("once there are enough").isEqualTo(8);
    }

    @Test
    void framesOfTheNightAreNeitherLearntFromNorMeasuredWith() throws IOException {
        Pictures.fill(tensors, 3, 1);
        tensors.add(Pictures.tensor(17, Purpose.LIVE));

        assertThat(pictures("").size()).isEqualTo(4);
    }

    @Test
    void anInterruptEndsTheWaitForPicturesThatAreGone() throws Exception {
        Pictures.fill(tensors, 3, 0);
        Recipe recipe = recipe("");
        material.pictures(request("own"), recipe, run);
        Path gone;
        try (var files = Files.list(config.tensorFolder())) {
            gone = files.sorted().findFirst().orElseThrow();
        }
        Files.delete(gone);
        AtomicReference<Exception> thrown = new AtomicReference<>();
        Thread waiting = new Thread(() -> {
            try {
                material.pictures(request("own"), recipe, run);
            } catch (IOException e) {
                thrown.set(e);
            }
        });
        waiting.start();
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
        waiting.interrupt();
        waiting.join(Duration.ofMinutes(1).toMillis());

        assertThat(thrown.get()).isInstanceOf(RunException.class).hasMessage("interrupted while waiting for pictures");
    }
}
