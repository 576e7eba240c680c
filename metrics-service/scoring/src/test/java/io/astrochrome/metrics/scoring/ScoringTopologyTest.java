package io.astrochrome.metrics.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.astrochrome.events.Topics;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.events.topic.TopicRights;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.junit.jupiter.api.Test;

class ScoringTopologyTest {
    private final Topology topology =
            ScoringTopology.of(() -> new ScoringProcessor(() -> null, (score, queued, took) -> {}, null, () -> {}), 10);

    private Set<Node> nodes() {
        var parts = topology.describe().subtopologies();
        assertThat(parts).as("joined, so that one task sees a frame's records").hasSize(1);
        return parts.iterator().next().nodes();
    }

    @Test
    void readsTheTruthAndBothTopicsOfColoursAndWritesScores() {
        Set<String> read = new HashSet<>();
        Set<String> written = new HashSet<>();
        for (Node node : nodes()) {
            if (node instanceof Source source) {
                read.addAll(source.topicSet());
            } else if (node instanceof Sink sink && sink.topic() != null) {
                written.add(sink.topic());
            }
        }

        assertThat(read).containsExactlyInAnyOrderElementsOf(ScoringTopology.SOURCES);
        assertThat(written).containsExactly(Topics.QUALITY);
    }

    @Test
    void theTableOfTopicsAllowsAllOfIt() {
        assertThatCode(() -> TopicStreams.require(
                        topology, ScoringTopology.DEAD_LETTERS, TopicRights.of(TopicClient.METRICS)))
                .doesNotThrowAnyException();
    }

    @Test
    void eachSourceHasItsDeadLetters() {
        assertThat(ScoringTopology.DEAD_LETTERS)
                .containsExactly("lab-tensors.v1.dlq", "colorized.v1.dlq", "colorized-shadow.v1.dlq");
    }

    @Test
    void whoScoresHasAllThatIsRemembered() {
        assertThat(nodes())
                .filteredOn(Processor.class::isInstance)
                .singleElement()
                .satisfies(node -> assertThat(((Processor) node).stores())
                        .containsExactlyInAnyOrder("truths", "waiting", "scored"));
    }

    @Test
    void aPlaceInTheLogIsReadAsItWasWrittenAlsoByEarlierVersionsThatNamedNoTopic() {
        assertThat(ScoringMemory.Place.parse("17")).isEqualTo(new ScoringMemory.Place(Topics.COLORIZED, 17));
        assertThat(ScoringMemory.Place.parse("colorized-shadow.v1@8589934592"))
                .isEqualTo(new ScoringMemory.Place(Topics.COLORIZED_SHADOW, 8_589_934_592L));
    }
}
