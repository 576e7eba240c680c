package io.astrochrome.metrics.registry.retraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.astrochrome.events.training.RetrainReason;
import io.astrochrome.imaging.quality.LightnessStatistics;
import io.astrochrome.metrics.registry.tensors.LiveFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TriggersTest {
    private static final Instant NOW = Instant.parse("2026-11-22T21:00:00Z");
    private static final LightnessStatistics DIM = new LightnessStatistics(20, 10, 15, 2);
    private static final LightnessStatistics BRIGHT = new LightnessStatistics(40, 10, 15, 2);
    private static final LightnessStatistics FOGGY = new LightnessStatistics(25, 10, 30, 2);

    private static Observations seen(
            long newFrames, LightnessStatistics trainedOn, List<LiveFrame> live, List<Double> gains) {
        return new Observations(NOW, "champion", newFrames, trainedOn, live, Map.of("M 31", gains));
    }

    private static Observations live(LightnessStatistics trainedOn, List<LiveFrame> live) {
        return seen(0, trainedOn, live, List.of());
    }

    private static List<LiveFrame> frames(int count, LightnessStatistics statistics) {
        return IntStream.range(0, count)
                .mapToObj(i -> new LiveFrame("frame " + i, "M 31", NOW, 224, statistics))
                .toList();
    }

    private static List<Double> gains(int count, double first, double then) {
        List<Double> gains = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> gains.add(first));
        IntStream.range(0, count).forEach(i -> gains.add(then));
        return gains;
    }

    @Test
    void enoughNewFramesAskOnceForEachFull() {
        NewFramesTrigger trigger = new NewFramesTrigger(100);

        assertThat(trigger.look(seen(99, null, List.of(), List.of()))).isEmpty();
        Alarm first = trigger.look(seen(100, null, List.of(), List.of())).orElseThrow();
        assertThat(first.reason()).isEqualTo(RetrainReason.NEW_FRAMES);
        assertThat(first.detail()).contains("100 colour frames");
        assertThat(trigger.look(seen(199, null, List.of(), List.of()))
                        .orElseThrow()
                        .cause())
                .as("the same cause is the same request")
                .isEqualTo(first.cause());
        assertThat(trigger.look(seen(200, null, List.of(), List.of()))
                        .orElseThrow()
                        .cause())
                .isNotEqualTo(first.cause());
        assertThat(new NewFramesTrigger(0).look(seen(500, null, List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void driftIsToldAsAShareOfItsLimitAlsoWhileThereAreFewFrames() {
        LightnessDriftTrigger trigger = new LightnessDriftTrigger(10, 10, 10);

        assertThat(trigger.ratios(live(DIM, List.of()))).isEmpty();
        assertThat(trigger.ratios(live(DIM, frames(3, BRIGHT))))
                .containsEntry("lightness", 2.0)
                .containsEntry("background", 0.0);
        assertThat(trigger.ratios(live(null, frames(1, BRIGHT))))
                .as("nothing to compare with")
                .isEmpty();
        assertThat(trigger.ratios(live(null, frames(4, BRIGHT)))).containsEntry("lightness", 0.0);
    }

    @Test
    void liveFramesThatAreLighterThanTheTrainingsAreDrift() {
        LightnessDriftTrigger trigger = new LightnessDriftTrigger(10, 12, 12);

        assertThat(trigger.look(live(DIM, frames(10, DIM)))).isEmpty();
        assertThat(trigger.look(live(DIM, frames(9, BRIGHT)))).as("too few").isEmpty();
        assertThat(trigger.look(live(DIM, frames(10, BRIGHT))).orElseThrow().detail())
                .isEqualTo("the newest 10 live frames have mean L* 40.0 and background 15.0, those the champion was"
                        + " trained on 20.0 and 15.0");
        assertThat(trigger.look(live(DIM, frames(10, FOGGY))))
                .as("a brighter sky")
                .isPresent();
    }

    @Test
    void whereTheChampionDoesNotSayWhatItLearntFromTheOldestLiveFramesAreTheMeasure() {
        LightnessDriftTrigger trigger = new LightnessDriftTrigger(10, 12, 12);
        List<LiveFrame> night = new ArrayList<>(frames(10, DIM));
        assertThat(trigger.look(live(null, night))).isEmpty();

        night.addAll(frames(10, BRIGHT));

        assertThat(trigger.look(live(null, night))).isPresent();
    }

    @Test
    void aGainThatFallsOnATargetIsDrift() {
        GainTrigger trigger = new GainTrigger(5, 0.5);

        assertThat(trigger.look(seen(0, null, List.of(), gains(5, 1.0, 0.6)))).isEmpty();
        assertThat(trigger.look(seen(0, null, List.of(), gains(4, 1.0, 0.1))))
                .as("too few")
                .isEmpty();
        assertThat(trigger.look(seen(0, null, List.of(), gains(5, 1.0, 0.4)))
                        .orElseThrow()
                        .detail())
                .isEqualTo("the gain over grey on M 31 fell from 1.00 dB to 0.40 dB over the newest 5 frames");
    }

    @Test
    void theClockAsksOnceInASpan() {
        ScheduleTrigger trigger = new ScheduleTrigger(Duration.ofHours(24));
        Observations later = new Observations(NOW.plusSeconds(3600), "champion", 0, null, List.of(), Map.of());
        Observations tomorrow = new Observations(NOW.plusSeconds(86_400), "champion", 0, null, List.of(), Map.of());

        String cause = trigger.look(live(null, List.of())).orElseThrow().cause();

        assertThat(trigger.look(later).orElseThrow().cause()).isEqualTo(cause);
        assertThat(trigger.look(tomorrow).orElseThrow().cause()).isNotEqualTo(cause);
        assertThat(new ScheduleTrigger(null).look(later)).isEmpty();
    }

    @Test
    void driftThatLastsAsksAgainWhenTheQuietTimeIsOver() {
        Alarm alarm = new Alarm(RetrainReason.DRIFT, "champion-lightness", "seen");
        Duration quiet = Duration.ofHours(6);

        assertThat(RetrainingScheduler.requestId(alarm, NOW, quiet))
                .isEqualTo(RetrainingScheduler.requestId(alarm, NOW.plusSeconds(60), quiet))
                .isNotEqualTo(RetrainingScheduler.requestId(alarm, NOW.plus(quiet), quiet));
    }

    @Test
    void aReasonThatHasAskedIsQuietForAWhileButTheClockKeepsItsSpan() {
        Duration quiet = Duration.ofHours(6);
        Optional<Instant> anHourAgo = Optional.of(NOW.minus(Duration.ofHours(1)));

        assertThat(RetrainingScheduler.isQuiet(RetrainReason.DRIFT, anHourAgo, NOW, quiet))
                .isTrue();
        assertThat(RetrainingScheduler.isQuiet(RetrainReason.NEW_FRAMES, anHourAgo, NOW.plus(quiet), quiet))
                .isFalse();
        assertThat(RetrainingScheduler.isQuiet(RetrainReason.NEW_FRAMES, Optional.empty(), NOW, quiet))
                .isFalse();
        assertThat(RetrainingScheduler.isQuiet(RetrainReason.SCHEDULE, anHourAgo, NOW, quiet))
                .as("a schedule of every hour asks every hour")
                .isFalse();
    }

    @Test
    void withoutAChampionNothingAsks() {
        Observations nobody = new Observations(NOW, null, 500, DIM, frames(50, BRIGHT), Map.of("M 31", gains(5, 9, 0)));

        assertThat(new NewFramesTrigger(1).look(nobody)).isEmpty();
        assertThat(new LightnessDriftTrigger(10, 1, 1).look(nobody)).isEmpty();
        assertThat(new GainTrigger(5, 0.1).look(nobody)).isEmpty();
        assertThat(new ScheduleTrigger(Duration.ofHours(1)).look(nobody)).isEmpty();
    }

    @Test
    void whatIsSwitchedOffNeverAsks() {
        assertThat(new GainTrigger(0, 0.1).look(seen(0, null, List.of(), gains(5, 9, 0))))
                .isEmpty();
        assertThat(new LightnessDriftTrigger(0, 1, 1).look(live(DIM, frames(50, BRIGHT))))
                .isEmpty();
        assertThat(new LightnessDriftTrigger(0, 1, 1).ratios(live(DIM, frames(50, BRIGHT))))
                .isEmpty();
    }

    @Test
    void aDifferenceThatIsJustTheLimitIsNoDrift() {
        assertThat(new LightnessDriftTrigger(10, 20, 15).look(live(DIM, frames(10, BRIGHT))))
                .as("20 lighter")
                .isEmpty();
        assertThat(new LightnessDriftTrigger(10, 5, 15).look(live(DIM, frames(10, FOGGY))))
                .as("5 lighter, a sky 15 brighter")
                .isEmpty();
        assertThat(new GainTrigger(5, 0.5).look(seen(0, null, List.of(), gains(5, 1.0, 0.5))))
                .isEmpty();
    }

    @Test
    void framesThatAreDarkerAreDriftAsWell() {
        assertThat(new LightnessDriftTrigger(10, 12, 12).look(live(BRIGHT, frames(10, DIM))))
                .isPresent();
        assertThat(new LightnessDriftTrigger(10, 10, 10).ratios(live(BRIGHT, frames(10, DIM))))
                .containsEntry("lightness", 2.0);
    }

    @Test
    void onlyTheNewestFramesAreLookedAt() {
        List<LiveFrame> night = new ArrayList<>(frames(30, BRIGHT));
        night.addAll(frames(10, DIM));

        assertThat(new LightnessDriftTrigger(10, 12, 12).look(live(DIM, night))).isEmpty();
        assertThat(new LightnessDriftTrigger(20, 9, 12).look(live(DIM, night)))
                .as("half of them are 20 lighter")
                .isPresent();
    }

    @Test
    void oneTargetsFallIsNotHiddenByAnothersRise() {
        Observations seen = new Observations(
                NOW,
                "champion",
                0,
                null,
                List.of(),
                Map.of("M 31", gains(5, 1.0, 3.0), "M 42", gains(5, 1.0, 0.2), "M 51", gains(2, 5, 0)));

        Alarm alarm = new GainTrigger(5, 0.5).look(seen).orElseThrow();

        assertThat(alarm.cause()).isEqualTo("champion-gain-M 42");
        assertThat(alarm.reason()).isEqualTo(RetrainReason.DRIFT);
    }

    @Test
    void onlyTheNewestScoresAndThoseJustBeforeAreCompared() {
        List<Double> gains = new ArrayList<>(gains(5, 9.0, 1.0));
        gains.addAll(gains(5, 1.0, 1.0).subList(0, 5));

        assertThat(new GainTrigger(5, 0.5).look(seen(0, null, List.of(), gains)))
                .isEmpty();
    }

    @Test
    void aSpanOfTheClockBeginsForEverybodyAtTheSameMoment() {
        ScheduleTrigger hourly = new ScheduleTrigger(Duration.ofHours(1));
        Instant begin = Instant.parse("2026-11-22T21:00:00Z");

        assertThat(cause(hourly, begin.minusMillis(1))).isNotEqualTo(cause(hourly, begin));
        assertThat(cause(hourly, begin)).isEqualTo(cause(hourly, begin.plusSeconds(3599)));
        assertThat(cause(hourly, begin)).isNotEqualTo(cause(hourly, begin.plusSeconds(3600)));
        assertThat(hourly.look(at(begin.plusSeconds(100))).orElseThrow().detail())
                .contains("2026-11-22T21:00:00Z");
    }

    private static Observations at(Instant now) {
        return new Observations(now, "champion", 0, null, List.of(), Map.of());
    }

    private static String cause(Trigger trigger, Instant now) {
        return trigger.look(at(now)).orElseThrow().cause();
    }

    @Test
    void aScheduleOfNothingIsRefusedByItsKey() {
        for (Duration every : List.of(Duration.ZERO, Duration.ofHours(-1), Duration.ofNanos(999_999))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ScheduleTrigger(every))
                    .withMessageContaining("astrochrome.metrics.retraining.schedule.every");
        }
        assertThat(new ScheduleTrigger(Duration.ofMillis(1)).look(at(NOW))).isPresent();
    }

    @Test
    void whatIsNoDriftAsksUnderTheSameIdHoweverLate() {
        Alarm frames = new Alarm(RetrainReason.NEW_FRAMES, "champion-1", "seen");
        Duration quiet = Duration.ofHours(6);

        assertThat(RetrainingScheduler.requestId(frames, NOW, quiet))
                .isEqualTo("new-frames-champion-1")
                .isEqualTo(RetrainingScheduler.requestId(frames, NOW.plus(quiet.multipliedBy(9)), quiet));
        assertThat(RetrainingScheduler.requestId(
                        new Alarm(RetrainReason.DRIFT, "champion-lightness", "seen"), NOW, Duration.ZERO))
                .as("without quiet each moment is one of its own")
                .isEqualTo("drift-champion-lightness-" + NOW.toEpochMilli());
    }

    @Test
    void theQuietTimeEndsAtItsEnd() {
        Duration quiet = Duration.ofHours(6);
        Optional<Instant> asked = Optional.of(NOW);

        assertThat(RetrainingScheduler.isQuiet(
                        RetrainReason.DRIFT, asked, NOW.plus(quiet).minusMillis(1), quiet))
                .isTrue();
        assertThat(RetrainingScheduler.isQuiet(RetrainReason.DRIFT, asked, NOW.plus(quiet), quiet))
                .isFalse();
        assertThat(RetrainingScheduler.isQuiet(RetrainReason.DRIFT, asked, NOW, Duration.ZERO))
                .isFalse();
    }
}
