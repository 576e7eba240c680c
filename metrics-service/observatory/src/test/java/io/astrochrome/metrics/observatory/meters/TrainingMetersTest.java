package io.astrochrome.metrics.observatory.meters;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.training.TrainingProgress;
import io.astrochrome.events.training.TrainingState;
import io.astrochrome.meters.Meters;
import io.astrochrome.metrics.observatory.training.TrainingRuns;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrainingMetersTest {
    private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final TrainingRuns runs = new TrainingRuns(5);
    private final TrainingMeters meters = new TrainingMeters(new Meters(registry), runs);

    private void heard(String run, int second, TrainingState state, Long secondsLeft, Map<String, Double> figures) {
        runs.heard(new TrainingProgress(
                run,
                "recipe",
                null,
                state,
                "warm-up",
                second,
                1000,
                figures,
                secondsLeft,
                null,
                START.plusSeconds(second)));
        meters.refresh();
    }

    private double shown(String name, String... tags) {
        Gauge gauge = registry.find("astrochrome." + name).tags(tags).gauge();
        assertThat(gauge).as(name).isNotNull();
        return gauge.value();
    }

    /** The values of a meter's one label. */
    private Set<String> labels(String name) {
        return registry.find("astrochrome." + name).gauges().stream()
                .flatMap(gauge -> gauge.getId().getTags().stream())
                .map(Tag::getValue)
                .collect(Collectors.toSet());
    }

    @Test
    void sayNothingWhileNoRunWasHeardOf() {
        meters.refresh();

        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void tellLossesFromWhatWasMeasuredAndBothFromSpeed() {
        heard(
                "a",
                40,
                TrainingState.RUNNING,
                90L,
                Map.of("critic", -1.5, "pixel", 0.2, "gainDecibels", 0.7, "stepsPerSecond", 3.25));

        assertThat(shown("training.step")).isEqualTo(40);
        assertThat(shown("training.steps")).isEqualTo(1000);
        assertThat(shown("training.steps.per.second")).isEqualTo(3.25);
        assertThat(shown("training.left")).isEqualTo(90);
        assertThat(labels("training.loss")).containsExactlyInAnyOrder("critic", "pixel");
        assertThat(shown("training.loss", "loss", "critic")).isEqualTo(-1.5);
        assertThat(labels("training.figure")).containsExactly("gainDecibels");
        assertThat(shown("training.figure", "figure", "gainDecibels")).isEqualTo(0.7);
    }

    @Test
    void showWhatTheNewestRunSaidLastAndNothingOfTheOneBefore() {
        heard("a", 40, TrainingState.RUNNING, 90L, Map.of("pixel", 0.2, "stepsPerSecond", 3.0));
        heard("b", 60, TrainingState.RUNNING, null, Map.of("adversarial", 0.5));

        assertThat(shown("training.step")).isEqualTo(60);
        assertThat(shown("training.left")).as("not known").isZero();
        assertThat(shown("training.steps.per.second")).as("not known").isZero();
        assertThat(labels("training.loss")).containsExactly("adversarial");

        heard("a", 50, TrainingState.RUNNING, 80L, Map.of("pixel", 0.1));
        assertThat(shown("training.step")).as("a late word of the run before").isEqualTo(60);
    }

    @Test
    void countRunsByStateAlsoThoseThatAreNone() {
        heard("a", 1, TrainingState.FINISHED, null, Map.of());
        heard("b", 2, TrainingState.FINISHED, null, Map.of());
        heard("c", 3, TrainingState.RUNNING, null, Map.of());

        assertThat(labels("training.runs"))
                .containsExactlyInAnyOrder("queued", "running", "finished", "stopped", "failed");
        assertThat(shown("training.runs", "state", "finished")).isEqualTo(2);
        assertThat(shown("training.runs", "state", "running")).isEqualTo(1);
        assertThat(shown("training.runs", "state", "failed")).isZero();

        heard("c", 4, TrainingState.FAILED, null, Map.of());
        assertThat(shown("training.runs", "state", "running")).isZero();
        assertThat(shown("training.runs", "state", "failed")).isEqualTo(1);
    }
}
