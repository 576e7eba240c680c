package io.astrochrome.trainer.service.registry;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventType;
import io.astrochrome.events.training.TrainingProgress;
import io.astrochrome.platform.CloudEvents;
import io.astrochrome.trainer.service.TrainerChannels;
import io.astrochrome.trainer.service.TrainerName;
import io.astrochrome.trainer.service.log.AcknowledgedSend;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Publishes on {@code training.v1} where runs stand, in this trainer's name. Thread-safe. */
@Singleton
public class ProgressPublisher {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Emitter<byte[]> training;
    private final String trainer;

    /** Publishes by that channel, in the name of that trainer. */
    public ProgressPublisher(
            @Channel(TrainerChannels.TRAINING) @OnOverflow(OnOverflow.Strategy.DROP) Emitter<byte[]> training,
            TrainerName name) {
        this.training = training;
        this.trainer = name.value();
    }

    /** Whose runs they are. */
    public String trainer() {
        return trainer;
    }

    /** What the broker does not take in time is dropped: the next event says more. */
    public void publish(RunStatus status) {
        training.send(message(status));
    }

    /**
     * Returns when the broker has it.
     *
     * @throws org.apache.kafka.common.KafkaException where it does not take it in time; it may all the same
     */
    public void publishAcknowledged(RunStatus status) {
        AcknowledgedSend.send(training, message(status), PATIENCE);
    }

    private Message<byte[]> message(RunStatus status) {
        RunRequest request = status.request();
        TrainingProgress event = new TrainingProgress(
                request.runId(),
                request.recipe(),
                trainer,
                status.state(),
                status.phase().isEmpty() ? "none" : status.phase(),
                status.step(),
                status.totalSteps(),
                status.figures(),
                status.secondsLeft(),
                status.message(),
                Instant.now());
        String id = request.runId() + "-" + status.step() + "-" + event.at().toEpochMilli();
        return CloudEvents.message(
                EventType.TRAINING_PROGRESS, TrainerChannels.SOURCE, id, request.runId(), EventCodec.toJson(event));
    }
}
