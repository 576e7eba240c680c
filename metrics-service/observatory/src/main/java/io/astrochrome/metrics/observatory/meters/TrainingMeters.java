package io.astrochrome.metrics.observatory.meters;

import io.astrochrome.events.training.TrainingProgress;
import io.astrochrome.events.training.TrainingState;
import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import io.astrochrome.metrics.observatory.training.ObservedRun;
import io.astrochrome.metrics.observatory.training.TrainingRuns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The newest training run's figures as meters. Its names of figures decide which are losses. Thread-safe. */
@ApplicationScoped
public class TrainingMeters {
    private static final String SPEED = "stepsPerSecond";
    private static final Set<String> MEASURED = Set.of(
            "gainDecibels",
            "pooledGainDecibels",
            "psnrDecibels",
            "pooledPsnrDecibels",
            "colourfulnessRatio",
            "guidedGainDecibels",
            "guidedPooledGainDecibels");

    private final Meters meters;
    private final TrainingRuns log;

    TrainingMeters(Meters meters, TrainingRuns log) {
        this.meters = meters;
        this.log = log;
    }

    /** The log has heard of a run. */
    public synchronized void refresh() {
        List<ObservedRun> runs = log.newestFirst();
        if (runs.isEmpty()) {
            return;
        }
        TrainingProgress newest = runs.get(0).latest();
        meters.set(Meter.TRAINING_STEP, (double) newest.step());
        meters.set(Meter.TRAINING_STEPS, (double) newest.totalSteps());
        meters.set(Meter.TRAINING_SPEED, newest.figures().getOrDefault(SPEED, 0.0));
        meters.set(Meter.TRAINING_LEFT, newest.secondsLeft() == null ? 0 : (double) newest.secondsLeft());
        Map<List<String>, Double> losses = new HashMap<>();
        Map<List<String>, Double> figures = new HashMap<>();
        newest.figures().forEach((name, value) -> {
            if (!name.equals(SPEED)) {
                (MEASURED.contains(name) ? figures : losses).put(List.of(name), value);
            }
        });
        meters.replace(Meter.TRAINING_LOSS, losses);
        meters.replace(Meter.TRAINING_FIGURE, figures);
        Map<List<String>, Double> states = new HashMap<>();
        for (TrainingState state : TrainingState.values()) {
            states.put(List.of(state.name().toLowerCase(Locale.ROOT)), 0.0);
        }
        runs.forEach(
                run -> states.merge(List.of(run.latest().state().name().toLowerCase(Locale.ROOT)), 1.0, Double::sum));
        meters.replace(Meter.TRAINING_RUNS, states);
    }
}
