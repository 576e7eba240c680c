package io.astrochrome.metrics.scoring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.Topics;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.events.topic.TopicRights;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

class TopicStreamsTest {
    private static final TopicRights METRICS = TopicRights.of(TopicClient.METRICS);

    private static Topology from(String source) {
        return new Topology().addSource("source", source);
    }

    @Test
    void takeATopologyWhoseTopicsTheServiceHas() {
        Topology topology = from(Topics.COLORIZED).addSink("sink", Topics.QUALITY, "source");

        assertThatCode(() -> TopicStreams.require(topology, List.of(Topics.deadLetter(Topics.COLORIZED)), METRICS))
                .doesNotThrowAnyException();
    }

    @Test
    void refuseASourceThatTheServiceMayNotRead() {
        assertThatThrownBy(() -> TopicStreams.require(from(Topics.COLORIZED_REPLAY), List.of(), METRICS))
                .hasMessageContaining("metrics-service reads colorized-replay.v1");
    }

    @Test
    void refuseASinkThatTheServiceMayNotWrite() {
        Topology topology = from(Topics.COLORIZED).addSink("sink", "scores", "source");

        assertThatThrownBy(() -> TopicStreams.require(topology, List.of(), METRICS))
                .hasMessageContaining("metrics-service writes scores");
    }

    @Test
    void refuseATopicThatASinkMayChooseAndTheServiceMayNotWrite() {
        List<String> chosen = List.of(Topics.deadLetter(Topics.FRAMES));

        assertThatThrownBy(() -> TopicStreams.require(from(Topics.COLORIZED), chosen, METRICS))
                .hasMessageContaining("metrics-service writes frames.v1.dlq");
    }

    @Test
    void refuseASourceThatNamesNoTopics() {
        Topology topology = new Topology().addSource("source", Pattern.compile(".*"));

        assertThatThrownBy(() -> TopicStreams.require(topology, List.of(), METRICS))
                .hasMessageContaining("source must name its topics");
    }
}
