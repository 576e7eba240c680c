package io.astrochrome.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A single-node Kafka broker (KRaft) in this JVM, on loopback only. It accepts records as soon as it is constructed;
 * its topics, its cluster id and, where it was asked for port 0, its ports outlive it in {@code dataDir}, also when the
 * JVM is killed. Thread-safe.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final short REPLICATION = 1;

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    /**
     * Formats the folder where it is new, and starts the broker; takes 2 to 5 s.
     *
     * @param dataDir made where it is missing
     * @param port to listen on; 0 for that of last time, or a free one
     * @param controllerPort as {@code port}, for the broker's own use
     * @param maxMessageBytes the largest record batch that any topic may take
     * @throws EmbeddedStartException where it does not come up
     */
    public EmbeddedKafka(Path dataDir, int port, int controllerPort, long maxMessageBytes) {
        this(dataDir, port, controllerPort, maxMessageBytes, List.of());
    }

    /**
     * As above, with listeners for clients that speak TLS and say who they are beside the plain one.
     *
     * @param secured where they listen; their clients' users are made through the plain listener
     */
    public EmbeddedKafka(
            Path dataDir, int port, int controllerPort, long maxMessageBytes, List<SecuredListener> secured) {
        try {
            SavedPorts saved = new SavedPorts(dataDir, "kafka");
            int brokerPort = saved.port("port", port);
            int quorumPort = saved.port("controller-port", controllerPort);
            String clusterId = saved.value("cluster-id", Uuid.randomUuid().toString());
            saved.save();
            bootstrapServers = BrokerSettings.HOST + ":" + brokerPort;
            BrokerSettings settings = new BrokerSettings(dataDir, brokerPort, quorumPort, maxMessageBytes, secured);
            settings.format(clusterId);
            server = new KafkaRaftServer(new KafkaConfig(settings.properties()), Time.SYSTEM);
            server.startup();
        } catch (IOException | RuntimeException e) {
            throw new EmbeddedStartException("the embedded Kafka broker in " + dataDir + " did not start", e);
        }
    }

    /** What goes into {@code kafka.bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Makes the topics that do not exist yet; those that do are left as they are. */
    public void createTopics(Collection<TopicSettings> topics) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> existing = admin.listTopics().names().get();
            admin.createTopics(topics.stream()
                            .filter(topic -> !existing.contains(topic.name()))
                            .map(topic -> new NewTopic(topic.name(), topic.partitions(), REPLICATION)
                                    .configs(topic.configuration()))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics were not made: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were made", e);
        }
    }

    /** Stops in order: what was acknowledged is on disk. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
