package io.astrochrome.trainer.service.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.astrochrome.events.training.RetrainRequest;
import io.astrochrome.events.training.TrainingState;
import io.astrochrome.trainer.recipe.RecipeException;
import io.astrochrome.trainer.service.TrainerConfig;
import io.astrochrome.trainer.service.TrainerName;
import io.astrochrome.trainer.service.registry.ProgressPublisher;
import io.astrochrome.trainer.service.registry.RunFolder;
import io.astrochrome.trainer.service.registry.RunRegistry;
import io.astrochrome.trainer.service.registry.RunRequest;
import io.astrochrome.trainer.service.registry.RunStatus;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunQueueTest {
    private static final Instant NOW = Instant.parse("2026-11-25T21:00:00Z");

    @TempDir
    private Path folder;

    private static RunRequest request(String id, Instant at) {
        return new RunRequest(id, RetrainRequest.FINE_TUNE, "DRIFT", "the sky is brighter", "metrics-service", at);
    }

    /** A process that was killed with those runs on disk, and that has not been told yet that it has started. */
    private RunQueue started() {
        TrainerConfig config = (TrainerConfig) Proxy.newProxyInstance(
                TrainerConfig.class.getClassLoader(),
                new Class<?>[] {TrainerConfig.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "runFolder" -> folder;
                    case "keptRuns" -> 20;
                    case "retryEvery" -> Duration.ofSeconds(1);
                    default -> null;
                });
        @SuppressWarnings("unchecked")
        Emitter<byte[]> nobody = (Emitter<byte[]>) Proxy.newProxyInstance(
                Emitter.class.getClassLoader(), new Class<?>[] {Emitter.class}, (proxy, method, arguments) -> null);
        return new RunQueue(
                config,
                null,
                new RunRegistry(config, new ProgressPublisher(nobody, new TrainerName(config))),
                null,
                null,
                null);
    }

    @Test
    void aRequestThatComesBeforeTheStartIsToldFindsTheRunsOfTheProcessBefore() throws Exception {
        new RunFolder(folder).save(RunStatus.queued(request("interrupted", NOW)));
        RunQueue queue = started();

        RunStatus second = queue.submit(request("second", NOW.plusSeconds(60)));
        queue.close(null);

        assertThat(second.state()).isEqualTo(TrainingState.STOPPED);
        assertThat(second.message()).isEqualTo("run interrupted is under way for the same reason");
        assertThat(queue.runs())
                .as("the oldest first")
                .extracting(run -> run.request().runId())
                .containsExactly("interrupted", "second");
    }

    @Test
    void theSameRequestTwiceIsOneRun() throws Exception {
        RunQueue queue = IdleQueue.in(folder);
        RunStatus first = queue.submit(request("run", NOW));

        assertThat(queue.submit(request("run", NOW.plusSeconds(9)))).isEqualTo(first);
        assertThat(queue.runs()).containsExactly(first);
    }

    @Test
    void onlyARunOfTheSameReasonStandsInTheWay() throws Exception {
        RunQueue queue = IdleQueue.in(folder);
        queue.submit(request("drift", NOW));

        for (String reason : new String[] {"FEEDBACK", null, null}) {
            RunRequest other =
                    new RunRequest("other-" + queue.runs().size(), "light", reason, "because", "somebody", NOW);
            assertThat(queue.submit(other).state()).isEqualTo(TrainingState.QUEUED);
        }
        assertThat(queue.runs()).hasSize(4);
    }

    @Test
    void onceARunIsOverItsReasonIsFree() throws Exception {
        RunQueue queue = IdleQueue.in(folder);
        queue.submit(request("first", NOW));
        queue.stop("first");

        assertThat(queue.submit(request("second", NOW)).state()).isEqualTo(TrainingState.QUEUED);
        assertThat(queue.run("first").orElseThrow().message()).isEqualTo("it was stopped before it began");
    }

    @Test
    void stoppingWhatIsOverOrUnknownChangesNothing() throws Exception {
        RunQueue queue = IdleQueue.in(folder);
        queue.submit(request("first", NOW));
        queue.stop("first");
        List<RunStatus> before = queue.runs();

        queue.stop("first");
        queue.stop("unknown");

        assertThat(queue.runs()).isEqualTo(before);
    }

    @Test
    void aRecipeThatIsNoneIsRefusedBeforeAnythingIsKept() throws Exception {
        RunQueue queue = IdleQueue.in(folder);

        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> queue.submit(new RunRequest("run", "ligth", null, "because", "somebody", NOW)))
                .withMessageContaining("the nearest is light");

        assertThat(queue.runs()).isEmpty();
        assertThat(folder.resolve("runs").resolve("run")).doesNotExist();
    }

    @Test
    void whatIsTakenInWhileTheServiceStopsIsThereAtTheNextStart() throws Exception {
        IdleQueue.in(folder).submit(request("late", NOW));

        assertThat(IdleQueue.registry(folder).open()).containsExactly(RunStatus.queued(request("late", NOW)));
    }
}
