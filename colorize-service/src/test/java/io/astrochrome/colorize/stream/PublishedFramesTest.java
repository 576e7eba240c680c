package io.astrochrome.colorize.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishedFramesTest {
    @Test
    void areUnknownWhereNoBrokerAnswersAndTheServiceGoesOn() {
        Map<String, Object> nobody = Map.of("bootstrap.servers", "127.0.0.1:9");

        assertThat(PublishedFrames.frameIds(nobody, 1, Duration.ofMillis(500))).isEmpty();
    }
}
