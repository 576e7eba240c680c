package io.astrochrome.platform.kafka;

import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.events.topic.TopicRights;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * The Kafka clients of a service or a program: the one place where they are built. Each is for the topics that it names, and
 * deals with no other; a topic that the table of topics does not give the service is an exception when the reader or writer
 * is made, which is at start. Thread-safe.
 */
public final class KafkaClients {
    private final TopicRights rights;
    private final Map<String, Object> broker;

    /**
     * The clients of one service.
     *
     * @param broker how to reach it, as Kafka's clients are configured
     */
    public KafkaClients(TopicClient client, Map<String, Object> broker) {
        this.rights = TopicRights.of(client);
        this.broker = Map.copyOf(broker);
    }

    /** What the service may read and write. */
    public TopicRights rights() {
        return rights;
    }

    /** How to reach the broker. */
    public Map<String, Object> broker() {
        return broker;
    }

    /**
     * A reader of these topics.
     *
     * @throws IllegalArgumentException where the table does not let the service read one of them
     */
    public TopicReader reading(String... topics) {
        return reading(List.of(topics));
    }

    /** As {@link #reading(String...)}. */
    public TopicReader reading(Collection<String> topics) {
        return new TopicReader(broker, rights.toRead(topics));
    }

    /**
     * A writer of these topics.
     *
     * @throws IllegalArgumentException where the table does not let the service write one of them
     */
    public TopicWriter writing(String... topics) {
        return writing(List.of(topics));
    }

    /** As {@link #writing(String...)}. */
    public TopicWriter writing(Collection<String> topics) {
        return new TopicWriter(broker, rights.toWrite(topics));
    }

    /** A client that asks the broker about itself, its topics and groups; the caller closes it. It reads and writes no record. */
    public Admin admin() {
        return Admin.create(broker);
    }
}
