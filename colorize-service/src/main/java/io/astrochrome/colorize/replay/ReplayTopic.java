package io.astrochrome.colorize.replay;

import io.astrochrome.colorize.inference.ColouredFrame;
import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventType;
import io.astrochrome.events.FrameTrial;
import io.astrochrome.events.Topics;
import io.astrochrome.platform.CloudEvents;
import io.astrochrome.platform.kafka.KafkaClients;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes replayed frames on {@code colorized-replay.v1}, keyed by target, which nobody shows. */
public final class ReplayTopic implements ReplaySink {
    private final KafkaProducer<String, byte[]> producer;
    private final String occasion;

    /**
     * Opens the topic.
     *
     * @param clients those of the replay
     * @param occasion the replay's name, which the events carry
     */
    public ReplayTopic(KafkaClients clients, String occasion) {
        this.producer = clients.writing(Topics.COLORIZED_REPLAY)
                .open(new StringSerializer(), Map.of(ProducerConfig.ACKS_CONFIG, "all"));
        this.occasion = occasion;
    }

    @Override
    public void take(ColouredFrame frame) throws IOException {
        FrameTrial trial = frame.trial(occasion);
        String id = trial.frame().frameId() + "-" + trial.modelId();
        try {
            producer.send(CloudEvents.record(
                            Topics.COLORIZED_REPLAY,
                            EventType.FRAME_TRIED,
                            "colorize-replay",
                            id,
                            trial.frame().target(),
                            EventCodec.toBytes(trial)))
                    .get();
        } catch (ExecutionException e) {
            throw new IOException(
                    Topics.COLORIZED_REPLAY + " does not take it: "
                            + Objects.requireNonNull(e.getCause()).getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
