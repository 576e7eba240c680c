package io.astrochrome.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RestartBackoffTest {
    private static final RestartBackoff BACKOFF =
            new RestartBackoff(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(1));

    @Test
    void doublesTheWaitUpToTheLimit() {
        assertThat(BACKOFF.waitAfter(0)).isEqualTo(Duration.ofMillis(500));
        assertThat(BACKOFF.waitAfter(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(BACKOFF.waitAfter(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(BACKOFF.waitAfter(9)).isEqualTo(Duration.ofSeconds(30));
    }

    @Property
    void neverWaitsLessAfterMoreCrashesAndNeverBeyondTheLimit(@ForAll @IntRange(max = 100_000) int crashes) {
        assertThat(BACKOFF.waitAfter(crashes + 1))
                .isGreaterThanOrEqualTo(BACKOFF.waitAfter(crashes))
                .isLessThanOrEqualTo(BACKOFF.limit());
    }

    @Test
    void forgivesAProcessThatLivedLongEnough() {
        assertThat(BACKOFF.crashesInARow(5, Duration.ofSeconds(59))).isEqualTo(5);
        assertThat(BACKOFF.crashesInARow(5, Duration.ofSeconds(60))).isZero();
    }
}
