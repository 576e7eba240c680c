package io.astrochrome.metrics.scoring;

import io.astrochrome.platform.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One run of the scoring stream: waits on a thread of its own until the topics exist with equally many partitions, then
 * starts the stream. Closing it at any moment is orderly.
 */
final class ScoringRun {
    private static final Logger LOG = Logger.getLogger(ScoringRun.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final KafkaClients clients;
    private final Supplier<KafkaStreams> factory;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread starter = new Thread(this::startWhenTopicsExist, "scoring-start");
    private volatile @Nullable KafkaStreams streams;

    ScoringRun(KafkaClients clients, Supplier<KafkaStreams> factory) {
        this.clients = clients;
        this.factory = factory;
    }

    void start() {
        starter.setDaemon(true);
        starter.start();
    }

    boolean isAtWork() {
        KafkaStreams current = streams;
        return current != null
                && current.state() == State.RUNNING
                && current.metadataForLocalThreads().stream()
                        .anyMatch(thread -> !thread.activeTasks().isEmpty());
    }

    boolean hasFailed() {
        KafkaStreams current = streams;
        return current != null && current.state() == State.ERROR;
    }

    void close(Duration timeout) {
        closing.countDown();
        try {
            starter.join(timeout.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        KafkaStreams current = streams;
        if (current != null) {
            current.close(timeout);
        }
    }

    private void startWhenTopicsExist() {
        try (Admin admin = clients.admin()) {
            while (!topicsAreThere(admin)) {
                if (closing.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        KafkaStreams opened = factory.get();
        streams = opened;
        opened.start();
    }

    private static boolean topicsAreThere(Admin admin) throws InterruptedException {
        try {
            List<Integer> partitions =
                    admin.describeTopics(ScoringTopology.SOURCES).allTopicNames().get().values().stream()
                            .map(TopicDescription::partitions)
                            .map(List::size)
                            .distinct()
                            .toList();
            if (partitions.size() > 1) {
                LOG.errorf(
                        "%s need equally many partitions to be joined, they have %s",
                        ScoringTopology.SOURCES, partitions);
            }
            return partitions.size() == 1;
        } catch (ExecutionException e) {
            LOG.infof(
                    "waiting for %s: %s",
                    ScoringTopology.SOURCES,
                    Objects.requireNonNull(e.getCause()).getMessage());
            return false;
        }
    }
}
