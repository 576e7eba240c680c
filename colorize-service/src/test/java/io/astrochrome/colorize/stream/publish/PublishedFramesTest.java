package io.astrochrome.colorize.stream.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.Topics;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.kafka.TopicReader;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishedFramesTest {
    @Test
    void areUnknownWhereNoBrokerAnswersAndTheServiceGoesOn() {
        Map<String, Object> nobody = Map.of("bootstrap.servers", "127.0.0.1:9");
        TopicReader colorized = new KafkaClients(TopicClient.COLORIZE, nobody).reading(Topics.COLORIZED);

        assertThat(PublishedFrames.pictureIds(colorized, 1, Duration.ofMillis(500)))
                .isEmpty();
    }
}
