package io.astrochrome.metrics.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsumersAliveTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Test
    void isGreenWhileBothGoRound() {
        assertThat(ConsumersAlive.judge(LIMIT, Duration.ofSeconds(3), Duration.ofSeconds(59), true, false)
                        .getStatus())
                .isEqualTo(Status.UP);
    }

    @ParameterizedTest
    @CsvSource({"61,0,true,false,stalled,alive", "0,61,true,false,alive,stalled", "0,0,false,true,alive,failed"})
    void isRedAndSaysWhichStandsStill(
            long feedAge, long scoringAge, boolean atWork, boolean failed, String feed, String scoring) {
        HealthCheckResponse response = ConsumersAlive.judge(
                LIMIT, Duration.ofSeconds(feedAge), Duration.ofSeconds(scoringAge), atWork, failed);

        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        assertThat(response.getData().orElseThrow()).containsEntry("feed", feed).containsEntry("scoring", scoring);
    }

    @Test
    void expectsNoWorkOfAnInstanceWithoutPartitions() {
        assertThat(ConsumersAlive.judge(LIMIT, Duration.ZERO, Duration.ofHours(1), false, false)
                        .getStatus())
                .isEqualTo(Status.UP);
    }
}
