package io.astrochrome.colorize.decision;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.ModelDecision;
import io.astrochrome.events.Topics;
import io.astrochrome.platform.OnlookerSettings;
import io.astrochrome.storage.StoreUnavailableException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads {@code model-decisions.v1} from its beginning, then live, and has what is in force obeyed. Belongs to no group:
 * every instance obeys every decision. A crash at any moment leaves nothing half done, since the next start reads the same
 * log. A record that cannot be read is passed over; the stage that decides gives it up.
 */
final class DecisionFeed implements Runnable {
    private static final Logger LOG = Logger.getLogger(DecisionFeed.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> broker;
    private final ModelDirector director;
    private final CountDownLatch settled = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    DecisionFeed(Map<String, Object> broker, ModelDirector director) {
        this.broker = broker;
        this.director = director;
    }

    /** Waits until the decisions that the log had at start are obeyed. */
    void awaitSettled() throws InterruptedException {
        settled.await();
    }

    void stop() {
        stopped.countDown();
    }

    @Override
    public void run() {
        while (stopped.getCount() > 0) {
            try (var consumer = new KafkaConsumer<>(
                    OnlookerSettings.of(broker), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                follow(consumer);
            } catch (InterruptException e) {
                stop();
            } catch (AuthorizationException e) {
                LOG.errorf("decisions about models are not obeyed, %s may not be read: %s", Topics.MODEL_DECISIONS, e);
                settled.countDown();
                pause();
            } catch (KafkaException e) {
                LOG.warnf("decisions about models are read anew: %s", e.getMessage());
                pause();
            }
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> consumer) {
        var known = consumer.listTopics(PATIENCE).get(Topics.MODEL_DECISIONS);
        if (known == null) {
            settled.countDown(); // nobody has decided anything
            pause();
            return;
        }
        List<TopicPartition> partitions = known.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        DecisionHistory history = new DecisionHistory();
        boolean toObey = true;
        while (stopped.getCount() > 0) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                toObey |= add(record, history);
            }
            ends.entrySet().removeIf(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
            if (toObey && ends.isEmpty()) {
                toObey = !obey(history);
            }
        }
    }

    private static boolean add(ConsumerRecord<byte[], byte[]> record, DecisionHistory history) {
        try {
            history.add(EventCodec.fromJson(record.value(), ModelDecision.class));
            return true;
        } catch (EventFormatException e) {
            LOG.warnf("%s-%d at %d is passed over: %s", record.topic(), record.partition(), record.offset(), e);
            return false;
        }
    }

    private boolean obey(DecisionHistory history) {
        try {
            director.obey(history);
            settled.countDown();
            return true;
        } catch (StoreUnavailableException | UncheckedIOException e) {
            LOG.warnf("the decided model cannot be had yet: %s", e.getMessage());
        } catch (RuntimeException e) {
            if (stopped.getCount() == 0) {
                return true; // the models are closed
            }
            LOG.error("a decision could not be obeyed, what coloured before goes on", e);
            settled.countDown();
            return true;
        }
        pause();
        return false;
    }

    private void pause() {
        try {
            if (stopped.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("no more decisions are read");
            }
        } catch (InterruptedException e) {
            stop();
        }
    }
}
