package io.astrochrome.metrics.scoring;

import io.astrochrome.events.topic.TopicRights;
import io.astrochrome.platform.kafka.KafkaClients;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;

/** Makes Kafka Streams of topologies whose topics the table of topics gives this service. */
final class TopicStreams {
    private TopicStreams() {}

    /**
     * A stream that is not started yet.
     *
     * @param chosen topics that sinks choose for each record
     * @param settings with those of the connection
     * @throws IllegalArgumentException where the table does not let the service read a source or write a sink
     */
    static KafkaStreams of(
            KafkaClients clients, Topology topology, Collection<String> chosen, Map<String, Object> settings) {
        require(topology, chosen, clients.rights());
        return new KafkaStreams(topology, new StreamsConfig(settings));
    }

    static void require(Topology topology, Collection<String> chosen, TopicRights rights) {
        rights.toWrite(chosen);
        topology.describe().subtopologies().forEach(part -> part.nodes().forEach(node -> require(node, rights)));
    }

    private static void require(Node node, TopicRights rights) {
        if (node instanceof Source source) {
            if (source.topicSet() == null) {
                throw new IllegalArgumentException(
                        source.name() + " must name its topics, so that the table knows them");
            }
            rights.toRead(source.topicSet());
        } else if (node instanceof Sink sink && sink.topic() != null) {
            rights.toWrite(Set.of(sink.topic()));
        }
    }
}
