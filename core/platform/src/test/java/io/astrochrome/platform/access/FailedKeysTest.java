package io.astrochrome.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class FailedKeysTest {
    private Instant now = Instant.parse("2026-11-29T20:00:00Z");

    private final FailedKeys failed = new FailedKeys(null, (InstantSource) () -> now);

    @Test
    void answersLaterTheMoreWrongKeysCome() {
        assertThat(failed.count()).isEqualTo(Duration.ofMillis(100));
        assertThat(failed.count()).isEqualTo(Duration.ofMillis(200));
        for (int i = 0; i < 1000; i++) {
            failed.count();
        }

        assertThat(failed.count()).as("and never without end").isEqualTo(Duration.ofMillis(3200));
    }

    @Test
    void forgivesWithTime() {
        for (int i = 0; i < 10; i++) {
            failed.count();
        }
        now = now.plusSeconds(30);
        assertThat(failed.count()).isEqualTo(Duration.ofMillis(400));
        now = now.plusSeconds(3600);

        assertThat(failed.count()).isEqualTo(Duration.ofMillis(100));
    }
}
