package io.astrochrome.platform.consumer;

import io.astrochrome.platform.kafka.TopicReader;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jboss.logging.Logger;

/**
 * Work with a Kafka consumer, on a thread of its own, until it is closed. When the broker goes away, or the work fails for
 * another reason, it begins anew in a moment with a new consumer: the work has to bear that. Thread-safe.
 */
public final class ConsumerLoop implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final String name;
    private final TopicReader reader;
    private final Map<String, Object> settings;
    private final Work work;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /** What is done with a consumer; returns soon after the loop is closed. */
    @FunctionalInterface
    public interface Work {
        /** The consumer is closed by the loop. */
        void with(KafkaConsumer<byte[], byte[]> consumer);
    }

    /**
     * A loop that is not started yet.
     *
     * @param name the thread's, and that in the log
     * @param settings the consumer's beside those of the connection
     */
    public ConsumerLoop(String name, TopicReader reader, Map<String, Object> settings, Work work) {
        this.name = name;
        this.reader = reader;
        this.settings = Map.copyOf(settings);
        this.work = work;
        this.thread = new Thread(this::run, name);
    }

    /** Begins. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether the work is to go on. */
    public boolean isOpen() {
        return closing.getCount() > 0;
    }

    /** Waits a second, or until it is closed. */
    public void pause() {
        try {
            if (closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debugf("%s ends", name);
            }
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    private void run() {
        while (isOpen()) {
            try (var consumer = reader.open(settings)) {
                work.with(consumer);
            } catch (RuntimeException e) {
                LOG.warnf(e, "%s begins anew in a moment", name);
                pause();
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(STOP_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
