package io.astrochrome.trainer.service;

import io.astrochrome.events.ModelPublished;
import io.astrochrome.events.Topics;
import io.astrochrome.events.TrainingProgress;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * Settles on {@code training.v1} which of several trainers carries out a run that more than one was given, as happens when
 * a partition changes hands before its offset is committed. Thread-safe.
 */
@Singleton
class RunClaims {
    private final LogSnapshot log;
    private final ModelLog models;
    private final RunTeller teller;
    private final TrainerConfig config;

    RunClaims(LogSnapshot log, ModelLog models, RunTeller teller, TrainerConfig config) {
        this.log = log;
        this.models = models;
        this.teller = teller;
        this.config = config;
    }

    /**
     * Claims a run.
     *
     * @throws org.apache.kafka.common.KafkaException where the broker does not answer
     */
    RunClaim claim(RunStatus run) {
        Optional<ModelPublished> published = models.modelOf(run.request().runId());
        if (published.isPresent()) {
            return new RunClaim.Published(published.get());
        }
        RunOwner owner = owner(run);
        if (owner.isFree(Instant.now())) {
            teller.tellForSure(run);
            owner = owner(run);
        }
        if (owner.is(teller.trainer())) {
            return new RunClaim.Granted();
        }
        return owner.isOver()
                ? new RunClaim.Over(owner.newest())
                : new RunClaim.Taken(owner.newest().trainer());
    }

    private RunOwner owner(RunStatus run) {
        RunOwner owner = new RunOwner(config.lease());
        log.read(Topics.TRAINING, TrainingProgress.class, (event, at) -> {
            if (event.runId().equals(run.request().runId())) {
                owner.heard(event, at);
            }
        });
        return owner;
    }
}
