package io.astrochrome.colorize.stream;

import io.astrochrome.platform.DeadLetters;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/** A record between its arrival and the commit of its offset. It ends by exactly one of its methods. */
final class Arrival {
    private static final Logger LOG = Logger.getLogger(Arrival.class);

    private final Message<byte[]> message;
    private final Runnable ended;

    Arrival(Message<byte[]> message, Runnable ended) {
        this.message = message;
        this.ended = ended;
    }

    byte[] bytes() {
        return message.getPayload();
    }

    /** It is done with: its offset may be committed. */
    CompletionStage<Void> acknowledge() {
        return end(message.ack());
    }

    /** It cannot be handled: it goes to the dead-letter topic, then its offset may be committed. */
    CompletionStage<Void> giveUp(Throwable reason) {
        return end(DeadLetters.giveUp(message, Channels.STAGE, reason));
    }

    private CompletionStage<Void> end(CompletionStage<Void> ending) {
        return ending.handle((nothing, failure) -> {
            if (failure != null) {
                LOG.error("a record's end was not taken by the broker; it will come again", failure);
            }
            ended.run();
            return null;
        });
    }
}
