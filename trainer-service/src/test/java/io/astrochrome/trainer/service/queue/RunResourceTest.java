package io.astrochrome.trainer.service.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.events.training.TrainingState;
import io.astrochrome.platform.problem.ProblemException;
import io.astrochrome.trainer.recipe.Recipes;
import io.astrochrome.trainer.service.registry.RunStatus;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunResourceTest {
    @TempDir
    private Path folder;

    private RunResource resource;

    @BeforeEach
    void runsAreTakenInAndNotCarriedOut() {
        resource = new RunResource(IdleQueue.in(folder));
    }

    private RunStatus started(String recipe) throws IOException {
        try (Response response = resource.start(new RunResource.NewRun(recipe))) {
            assertThat(response.getStatus()).isEqualTo(202);
            return (RunStatus) response.getEntity();
        }
    }

    private JsonNode refused(RunResource.NewRun wanted) throws IOException {
        try (Response response = resource.start(wanted)) {
            assertThat(response.getStatus()).isEqualTo(400);
            return new ObjectMapper().readTree((byte[]) response.getEntity());
        }
    }

    @Test
    void whatIsAskedForIsQueuedAndFoundAgain() throws IOException {
        RunStatus light = started("light");
        RunStatus second = started("light");

        assertThat(light.state()).isEqualTo(TrainingState.QUEUED);
        assertThat(light.request().requestedBy()).isEqualTo("operator");
        assertThat(light.request().reason())
                .as("a person's run is never dropped for another")
                .isNull();
        assertThat(resource.list()).containsExactly(light, second);
        assertThat(resource.look(light.request().runId())).isEqualTo(light);
    }

    @Test
    void aRequestWithoutARecipeIsToldHowToNameOne() throws IOException {
        String advice = "name a recipe: {\"recipe\": \"light\"}";

        assertThat(refused(null).path("detail").asText()).isEqualTo(advice);
        assertThat(refused(new RunResource.NewRun(null)).path("detail").asText())
                .isEqualTo(advice);
        assertThat(resource.list()).isEmpty();
    }

    @Test
    void aRecipeThatIsNoneIsRefusedWithTheNearest() throws IOException {
        assertThat(refused(new RunResource.NewRun("ligth")).path("detail").asText())
                .contains("the nearest is light");
        assertThat(refused(new RunResource.NewRun("../../etc/passwd"))
                        .path("detail")
                        .asText())
                .contains("a recipe's name has letters");
        assertThat(resource.list()).isEmpty();
    }

    @Test
    void goingOnFromTheChampionNeedsNoRecipe() throws IOException {
        assertThat(started("fine-tune").request().recipe()).isEqualTo("fine-tune");
    }

    @Test
    void aRunThatIsStoppedBeforeItBeganIsOver() throws IOException {
        String runId = started("light").request().runId();

        try (Response response = resource.stop(runId)) {
            RunStatus stopped = (RunStatus) response.getEntity();
            assertThat(response.getStatus()).isEqualTo(202);
            assertThat(stopped.state()).isEqualTo(TrainingState.STOPPED);
            assertThat(stopped.message()).isEqualTo("it was stopped before it began");
        }
    }

    @Test
    void whoAsksForARunThatIsNoneHearsSo() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> resource.look("none"))
                .withMessageContaining("there is no run none");
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> resource.stop("none"));
    }

    @Test
    void theRecipesAreThoseThatComeWithTheTrainer() {
        assertThat(resource.recipes()).isEqualTo(Recipes.NAMES);
    }
}
