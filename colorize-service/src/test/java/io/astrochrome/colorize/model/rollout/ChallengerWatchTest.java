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

    @Test
    void aPaceThatIsJustTheLimitIsNotTooSlow() {
        for (int i = 0; i < 2 * ChallengerWatch.LEAST_FRAMES; i++) {
            watch.championTook(10, 100);
            assertThat(watch.challengerTook(MODEL, 20, 100)).isEmpty();
        }
    }

    @Test
    void withoutAChampionsPaceNobodyIsTooSlow() {
        for (int i = 0; i < 2 * ChallengerWatch.LEAST_FRAMES; i++) {
            assertThat(watch.challengerTook(MODEL, 1e6, 1)).isEmpty();
        }
        for (int i = 1; i < ChallengerWatch.LEAST_FRAMES; i++) {
            watch.championTook(1, 1);
        }
        assertThat(watch.challengerTook(MODEL, 1e6, 1)).as("of too few frames").isEmpty();

        watch.championTook(1, 1);

        assertThat(watch.challengerTook(MODEL, 1e6, 1)).isPresent();
    }

    @Test
    void oneSlowFrameDoesNotMakeAChallengerSlow() {
        for (int i = 0; i < 50; i++) {
            watch.championTook(10, 100);
            watch.challengerTook(MODEL, 10, 100);
        }

        // A tenth of the pace is the newest frame's.
        assertThat(watch.challengerTook(MODEL, 100, 100)).as("1.9 times").isEmpty();
        assertThat(watch.challengerTook(MODEL, 100, 100)).as("and again").isPresent();
    }

    @Test
    void aModelThatIsWatchedAnewBeginsAtNothing() {
        for (int i = 0; i < ChallengerWatch.LEAST_FRAMES; i++) {
            watch.championTook(10, 100);
            watch.challengerTook(MODEL, 10, 100);
        }
        watch.begin();

        for (int i = 1; i < ChallengerWatch.LEAST_FRAMES; i++) {
            assertThat(watch.challengerTook(MODEL, 90, 100)).isEmpty();
        }
        assertThat(watch.challengerTook(MODEL, 90, 100)).hasValueSatisfying(verdict -> {
            assertThat(verdict.figures())
                    .containsEntry("frames", (double) ChallengerWatch.LEAST_FRAMES)
                    .containsEntry("failures", 0.0);
            assertThat(verdict.reason()).isEqualTo("it takes 9.0 times as long as the champion");
        });
    }

    @Test
    void whoWasJudgedForOneThingIsNotJudgedForAnother() {
        for (int i = 0; i < 3; i++) {
            watch.challengerFailed(MODEL, failure);
        }
        for (int i = 0; i < 2 * ChallengerWatch.LEAST_FRAMES; i++) {
            watch.championTook(10, 100);
            assertThat(watch.challengerTook(MODEL, 90, 100)).isEmpty();
        }
    }

    @Test
    void aPaceThatIsNotKnownIsNoFigure() {
        watch.challengerFailed(MODEL, failure);
        watch.challengerFailed(MODEL, failure);

        assertThat(watch.challengerFailed(MODEL, failure).orElseThrow().figures())
                .containsOnlyKeys("failures", "frames");
    }
}
