package io.astrochrome.trainer.stream;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Purpose;
import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import io.astrochrome.platform.DeadLetters;
import io.astrochrome.platform.retry.Retry;
import io.astrochrome.trainer.data.Composites;
import io.astrochrome.trainer.data.DataException;
import io.astrochrome.trainer.data.TensorStore;
import io.astrochrome.trainer.service.TrainerChannels;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Colour frames from the stream into the local store, batch by batch, and of each target that was measured deeply its composite. A batch's offsets are committed when its tensors are
 * on disk: at least once, and a tensor that comes again is there already. Writing is all that is done here, training has a
 * thread of its own, so that the consumer is never thrown out of its group; while the disk is full it waits, and the broker
 * keeps the rest. A record that is no tensor, or cannot be learnt from, goes to the dead-letter topic.
 */
@ApplicationScoped
class TensorIntake {
    private static final Logger LOG = Logger.getLogger(TensorIntake.class);
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(5);

    private static final String KEPT = "kept";
    private static final String DUPLICATE = "duplicate";
    private static final String SKIPPED = "skipped";
    private static final String QUARANTINED = "quarantined";
    private static final List<String> OUTCOMES = List.of(KEPT, DUPLICATE, SKIPPED, QUARANTINED);

    private final TensorStore store;
    private final Meters meters;
    private final Retry retry = new Retry(
            BEFORE_TRYING_AGAIN,
            BEFORE_TRYING_AGAIN,
            failure -> failure instanceof IOException && !(failure instanceof DataException));

    TensorIntake(TensorStore store, Meters meters) {
        this.store = store;
        this.meters = meters;
    }

    /** So that there are figures before there is a lesson. */
    void start(@Observes StartupEvent event) {
        OUTCOMES.forEach(outcome -> meters.count(Meter.FRAMES, 0, TrainerChannels.STAGE, outcome));
    }

    @Incoming(TrainerChannels.LESSONS)
    @Blocking
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> keep(KafkaRecordBatch<String, byte[]> batch) throws IOException, InterruptedException {
        CompletionStage<Void> deadLetters = CompletableFuture.completedFuture(null);
        for (KafkaRecord<String, byte[]> record : batch.getRecords()) {
            try {
                count(keep(EventCodec.labTensor(record.getPayload())));
            } catch (EventFormatException | DataException e) {
                LOG.warnf("a record of lessons.v1 is put aside: %s", e.getMessage());
                count(QUARANTINED);
                deadLetters = deadLetters.thenCompose(done -> DeadLetters.giveUp(record, TrainerChannels.STAGE, e));
            }
        }
        return deadLetters.thenCompose(done -> batch.ack());
    }

    private String keep(LabTensor tensor) throws IOException, InterruptedException {
        if (tensor.frame().purpose() == Purpose.LIVE) {
            Optional<LabTensor> lesson = Composites.lesson(tensor);
            return lesson.isEmpty() ? SKIPPED : replace(lesson.get());
        }
        return retry.until("keeping " + tensor.frame().fileName(), () -> store.add(tensor) ? KEPT : DUPLICATE)
                .orElseThrow(InterruptedException::new);
    }

    /** A target's deeper picture takes the place of the one before. */
    private String replace(LabTensor lesson) throws IOException, InterruptedException {
        return retry.until("keeping " + lesson.frame().fileName(), () -> {
                    store.replace(lesson);
                    return KEPT;
                })
                .orElseThrow(InterruptedException::new);
    }

    private void count(String outcome) {
        meters.count(Meter.FRAMES, TrainerChannels.STAGE, outcome);
    }
}
