package io.astrochrome.trainer.service.lease;

import io.astrochrome.events.Topics;
import io.astrochrome.events.model.ModelPublished;
import io.astrochrome.events.training.TrainingProgress;
import io.astrochrome.trainer.service.TrainerConfig;
import io.astrochrome.trainer.service.log.EventLog;
import io.astrochrome.trainer.service.log.PublishedModels;
import io.astrochrome.trainer.service.registry.ProgressPublisher;
import io.astrochrome.trainer.service.registry.RunStatus;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * Settles on {@code training.v1} which of several trainers carries out a run that more than one was given, as happens when
 * a partition changes hands before its offset is committed. Thread-safe.
 */
@Singleton
public class RunLeases {
    private final EventLog log;
    private final PublishedModels models;
    private final ProgressPublisher progress;
    private final TrainerConfig config;

    RunLeases(EventLog log, PublishedModels models, ProgressPublisher progress, TrainerConfig config) {
        this.log = log;
        this.models = models;
        this.progress = progress;
        this.config = config;
    }

    /**
     * Asks for the lease of a run.
     *
     * @throws org.apache.kafka.common.KafkaException where the broker does not answer
     */
    public RunLease ask(RunStatus run) {
        Optional<ModelPublished> published = models.modelOf(run.request().runId());
        if (published.isPresent()) {
            return new RunLease.Published(published.get());
        }
        LeaseHolder holder = holder(run);
        if (holder.isFree(Instant.now())) {
            progress.publishAcknowledged(run);
            holder = holder(run);
        }
        if (holder.is(progress.trainer())) {
            return new RunLease.Granted();
        }
        return holder.isOver() ? new RunLease.Over(holder.newest()) : new RunLease.Taken(holder.trainer());
    }

    private LeaseHolder holder(RunStatus run) {
        LeaseHolder holder = new LeaseHolder(config.lease());
        log.read(Topics.TRAINING, TrainingProgress.class, (event, at) -> {
            if (event.runId().equals(run.request().runId())) {
                holder.heard(event, at);
            }
        });
        return holder;
    }
}
