package io.astrochrome.trainer.service.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.astrochrome.events.training.TrainingProgress;
import io.astrochrome.events.training.TrainingState;
import io.astrochrome.trainer.service.PlainConfig;
import io.astrochrome.trainer.service.SentMessages;
import io.astrochrome.trainer.service.TrainerName;
import io.astrochrome.trainer.service.registry.ProgressPublisher;
import io.astrochrome.trainer.service.registry.RunRegistry;
import io.astrochrome.trainer.service.registry.RunRequest;
import io.astrochrome.trainer.service.registry.RunStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseRenewalTest {
    @TempDir
    private Path folder;

    private final SentMessages told = SentMessages.taken();
    private RunRegistry registry;
    private LeaseRenewal renewal;

    @BeforeEach
    void aTrainerStarts() throws IOException {
        PlainConfig config = new PlainConfig(folder);
        ProgressPublisher progress = new ProgressPublisher(told, new TrainerName(config));
        registry = new RunRegistry(config, new ProgressPublisher(SentMessages.taken(), new TrainerName(config)));
        for (String run : new String[] {"mine", "waiting"}) {
            registry.add(RunStatus.queued(new RunRequest(run, "light", null, "asked for", "Ada", Instant.EPOCH)));
        }
        renewal = new LeaseRenewal(config, registry, progress);
        renewal.start(null);
    }

    @AfterEach
    void itStops() {
        renewal.stop(null);
    }

    @Test
    void theRunAtHandIsToldOfAgainAndAgainAndNoOther() {
        renewal.of("mine");

        await().until(() -> told.messages().size() >= 3);

        assertThat(told.progress()).extracting(TrainingProgress::runId).containsOnly("mine");
    }

    @Test
    void whatIsToldIsHowFarTheRunIsNow() {
        renewal.of("mine");
        RunStatus waiting = registry.run("mine").orElseThrow();
        registry.update(
                new RunStatus(waiting.request(), TrainingState.RUNNING, "only", 5, 9, waiting.figures(), null, null));

        await().until(() -> told.progress().stream().anyMatch(event -> event.step() == 5));
    }
}
