package io.astrochrome.trainer.stream;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.training.RetrainRequest;
import io.astrochrome.platform.DeadLetters;
import io.astrochrome.trainer.service.TrainerChannels;
import io.astrochrome.trainer.service.queue.RunQueue;
import io.astrochrome.trainer.service.registry.RunRequest;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Requests from the stream into the queue. A request is committed when it is on disk; the same one twice is one
 * run, and one whose reason has a run that is not over is dropped. One that
 * names no recipe, or cannot be kept, goes to the dead-letter topic, from where it can be replayed.
 */
@ApplicationScoped
class RetrainConsumer {
    private static final Logger LOG = Logger.getLogger(RetrainConsumer.class);

    private final RunQueue queue;

    RetrainConsumer(RunQueue queue) {
        this.queue = queue;
    }

    @Incoming(TrainerChannels.RETRAIN_REQUESTS)
    @Blocking
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> take(Message<byte[]> message) {
        try {
            RetrainRequest wanted = EventCodec.fromJson(message.getPayload(), RetrainRequest.class);
            queue.submit(new RunRequest(
                    runId(wanted.requestId()),
                    wanted.recipe(),
                    wanted.reason().name(),
                    wanted.reason() + (wanted.detail() == null ? "" : ": " + wanted.detail()),
                    wanted.requestedBy(),
                    wanted.at()));
            return message.ack();
        } catch (EventFormatException | IOException e) {
            LOG.warnf("a request is put aside: %s", e.getMessage());
            return DeadLetters.giveUp(message, TrainerChannels.STAGE, e);
        }
    }

    /** The same for the same request, and fit for a folder's name whatever the request's id looks like. */
    static String runId(String requestId) {
        return UUID.nameUUIDFromBytes(requestId.getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
