package io.astrochrome.platform.kafka;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.events.topic.TopicRights;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class ChannelTopicsTest {
    private static final TopicRights PREPROCESS = TopicRights.of(TopicClient.PREPROCESS);
    private static final String FRAMES = "mp.messaging.incoming.frames";
    private static final String TENSORS = "mp.messaging.outgoing.lab-tensors";

    private final Map<String, String> channels = new HashMap<>(Map.of(
            FRAMES + ".connector",
            "smallrye-kafka",
            FRAMES + ".topic",
            "frames.v1",
            FRAMES + ".failure-strategy",
            "dead-letter-queue",
            FRAMES + ".dead-letter-queue.topic",
            "frames.v1.dlq",
            TENSORS + ".connector",
            "smallrye-kafka",
            TENSORS + ".topic",
            "lab-tensors.v1"));

    private Config config() {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(channels, "test", 100))
                .build();
    }

    @Test
    void letsPassWhatTheTableHas() {
        assertThatCode(() -> ChannelTopics.require(config(), PREPROCESS)).doesNotThrowAnyException();
    }

    @Test
    void stopsAChannelThatReadsAnotherTopicAndNamesTheKey() {
        channels.put(FRAMES + ".topic", "frames.v2");

        assertThatThrownBy(() -> ChannelTopics.require(config(), PREPROCESS))
                .hasMessage(FRAMES + ".topic: preprocess-service reads frames.v2, which the table of topics does not"
                        + " know: add a row to it, or leave the topic alone");
    }

    @Test
    void stopsAChannelThatOnlySeveralTopicsLeadAstray() {
        channels.remove(FRAMES + ".topic");
        channels.put(FRAMES + ".topics", "frames.v1, quality.v1");

        assertThatThrownBy(() -> ChannelTopics.require(config(), PREPROCESS)).hasMessageContaining("reads quality.v1");
    }

    @Test
    void stopsAChannelThatWritesWhatTheServiceOnlyReads() {
        channels.put(TENSORS + ".topic", "frames.v1");

        assertThatThrownBy(() -> ChannelTopics.require(config(), PREPROCESS)).hasMessageContaining("writes frames.v1");
    }

    @Test
    void stopsAChannelWhoseDeadLettersGoElsewhere() {
        channels.remove(FRAMES + ".dead-letter-queue.topic");

        assertThatThrownBy(() -> ChannelTopics.require(config(), PREPROCESS))
                .hasMessageContaining("writes dead-letter-topic-frames");
    }

    @Test
    void takesAChannelsNameForItsTopicWhereNoneIsNamed() {
        channels.remove(TENSORS + ".topic");

        assertThatThrownBy(() -> ChannelTopics.require(config(), PREPROCESS))
                .hasMessageContaining("writes lab-tensors,");
    }

    @Test
    void leavesOtherConnectorsAlone() {
        channels.put(TENSORS + ".connector", "smallrye-in-memory");
        channels.put(TENSORS + ".topic", "anything");

        assertThatCode(() -> ChannelTopics.require(config(), PREPROCESS)).doesNotThrowAnyException();
    }
}
