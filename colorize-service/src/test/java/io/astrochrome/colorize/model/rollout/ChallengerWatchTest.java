package io.astrochrome.colorize.model.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChallengerWatchTest {
    private static final String MODEL = "model";
    private final RuntimeException failure = new IllegalStateException("it answers with NaN");

    private final ChallengerWatch watch = new ChallengerWatch(3, 2);

    @Test
    void judgesAChallengerThatFailsTooOftenAndDoesSoOnce() {
        assertThat(watch.challengerFailed(MODEL, failure)).isEmpty();
        assertThat(watch.challengerFailed(MODEL, failure)).isEmpty();

        assertThat(watch.challengerFailed(MODEL, failure)).hasValueSatisfying(verdict -> {
            assertThat(verdict.modelId()).isEqualTo(MODEL);
            assertThat(verdict.reason()).contains("3 frames").contains("NaN");
            assertThat(verdict.figures()).containsEntry("failures", 3.0);
        });
        assertThat(watch.challengerFailed(MODEL, failure)).isEmpty();
    }

    @Test
    void judgesAChallengerThatIsTooSlowForItsPixels() {
        for (int i = 0; i < ChallengerWatch.LEAST_FRAMES; i++) {
            watch.championTook(100, 1000);
        }
        for (int i = 1; i < ChallengerWatch.LEAST_FRAMES; i++) {
            assertThat(watch.challengerTook(MODEL, 25, 100)).isEmpty();
        }

        assertThat(watch.challengerTook(MODEL, 25, 100))
                .hasValueSatisfying(verdict -> assertThat(verdict.figures()).containsEntry("slowdown", 2.5));
    }

    @Test
    void letsAChallengerTakeLongForLargeFrames() {
        for (int i = 0; i < 2 * ChallengerWatch.LEAST_FRAMES; i++) {
            watch.championTook(10, 100);

            assertThat(watch.challengerTook(MODEL, 150, 1000)).isEmpty();
        }
    }

    @Test
    void holdsAgainstNobodyWhatAnotherDid() {
        watch.challengerFailed(MODEL, failure);
        watch.challengerFailed(MODEL, failure);

        assertThat(watch.challengerFailed("another", failure)).isEmpty();
        watch.begin();
        assertThat(watch.challengerFailed(MODEL, failure)).isEmpty();
    }
}
