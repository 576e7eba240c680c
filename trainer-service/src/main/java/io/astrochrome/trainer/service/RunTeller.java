package io.astrochrome.trainer.service;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventType;
import io.astrochrome.events.TrainingProgress;
import io.astrochrome.platform.CloudEvents;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Tells of runs on {@code training.v1}. What the broker does not take in time is dropped: the next event says more. */
@Singleton
class RunTeller {
    private final Emitter<byte[]> training;

    RunTeller(@Channel(TrainerChannels.TRAINING) @OnOverflow(OnOverflow.Strategy.DROP) Emitter<byte[]> training) {
        this.training = training;
    }

    void tell(RunStatus status) {
        RunRequest request = status.request();
        TrainingProgress event = new TrainingProgress(
                request.runId(),
                request.recipe(),
                status.state(),
                status.phase().isEmpty() ? "none" : status.phase(),
                status.step(),
                status.totalSteps(),
                status.figures(),
                status.secondsLeft(),
                status.message(),
                Instant.now());
        String id = request.runId() + "-" + status.step() + "-" + event.at().toEpochMilli();
        training.send(CloudEvents.message(
                EventType.TRAINING_PROGRESS, TrainerChannels.SOURCE, id, request.runId(), EventCodec.toJson(event)));
    }
}
