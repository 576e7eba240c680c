package io.astrochrome.colorize.decision;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.ModelDecision;
import io.astrochrome.events.Topics;
import io.astrochrome.events.history.ModelHistory;
import io.astrochrome.platform.consumer.ConsumerLoop;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.storage.StoreUnavailableException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jboss.logging.Logger;

/**
 * Reads {@code model-decisions.v1} from its beginning, then live, and has what is in force obeyed. Belongs to no group:
 * every instance obeys every decision. A crash at any moment leaves nothing half done, since the next start reads the same
 * log. A record that cannot be read is passed over; the stage that decides gives it up.
 */
final class DecisionFeed implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DecisionFeed.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ModelDirector director;
    private final CountDownLatch settled = new CountDownLatch(1);
    private final ConsumerLoop loop;

    DecisionFeed(KafkaClients clients, ModelDirector director) {
        this.director = director;
        this.loop = new ConsumerLoop("model-decisions", clients.reading(Topics.MODEL_DECISIONS), Map.of(), this::read);
    }

    void start() {
        loop.start();
    }

    /** Waits until the decisions that the log had at start are obeyed. */
    void awaitSettled() throws InterruptedException {
        settled.await();
    }

    /** Obeys no more; what is being obeyed is obeyed first. */
    @Override
    public void close() {
        loop.close();
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer) {
        try {
            follow(consumer);
        } catch (AuthorizationException e) {
            LOG.errorf("decisions about models are not obeyed, %s may not be read: %s", Topics.MODEL_DECISIONS, e);
            settled.countDown();
            loop.pause();
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> consumer) {
        var known = consumer.listTopics(PATIENCE).get(Topics.MODEL_DECISIONS);
        if (known == null) {
            settled.countDown(); // nobody has decided anything
            loop.pause();
            return;
        }
        List<TopicPartition> partitions = known.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        ModelHistory history = new ModelHistory();
        boolean toObey = true;
        while (loop.isOpen()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                toObey |= add(record, history);
            }
            ends.entrySet().removeIf(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
            if (toObey && ends.isEmpty()) {
                toObey = !obey(history);
            }
        }
    }

    private static boolean add(ConsumerRecord<byte[], byte[]> record, ModelHistory history) {
        try {
            return history.add(EventCodec.fromJson(record.value(), ModelDecision.class));
        } catch (EventFormatException e) {
            LOG.warnf("%s-%d at %d is passed over: %s", record.topic(), record.partition(), record.offset(), e);
            return false;
        }
    }

    private boolean obey(ModelHistory history) {
        try {
            director.obey(history);
            settled.countDown();
            return true;
        } catch (StoreUnavailableException | UncheckedIOException e) {
            LOG.warnf("the decided model cannot be had yet: %s", e.getMessage());
        } catch (RuntimeException e) {
            if (!loop.isOpen()) {
                return true; // the models are closed
            }
            LOG.error("a decision could not be obeyed, what coloured before goes on", e);
            settled.countDown();
            return true;
        }
        loop.pause();
        return false;
    }
}
