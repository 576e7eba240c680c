package io.astrochrome.trainer.service.queue;

import io.astrochrome.events.model.ModelPublished;
import io.astrochrome.events.training.TrainingProgress;
import io.astrochrome.events.training.TrainingState;
import io.astrochrome.trainer.run.RunEvent;
import io.astrochrome.trainer.run.RunListener;
import io.astrochrome.trainer.run.RunOutcome;
import io.astrochrome.trainer.service.registry.RunStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns what a run tells into its status: now and then while it steps, at once where something happens. */
final class StatusListener implements RunListener {
    private final Consumer<RunStatus> told;
    private final long everyNanos;
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private RunStatus status;
    private long lastNanos;

    StatusListener(RunStatus start, Duration every, Consumer<RunStatus> told) {
        this.status = start;
        this.everyNanos = every.toNanos();
        this.told = told;
    }

    @Override
    public void heard(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            status = running("", started.step(), started.totalSteps(), null, started.resumed() ? "resumed" : "started");
            tell();
        } else if (event instanceof RunEvent.Stepped stepped) {
            stepped.losses().forEach(this::keep);
            keep("stepsPerSecond", stepped.rate());
            status = running(
                    stepped.phase(),
                    stepped.step() + 1,
                    stepped.totalSteps(),
                    stepped.left().toSeconds(),
                    null);
            if (System.nanoTime() - lastNanos >= everyNanos) {
                tell();
            }
        } else if (event instanceof RunEvent.Validated validated) {
            validated.figures().named().forEach(this::keep);
            say(validated.best() ? "measured, the best so far" : "measured");
        } else if (event instanceof RunEvent.Warned warned) {
            say(warned.message());
        }
    }

    /** An event's figures are finite: JSON has no NaN. */
    private void keep(String name, Double value) {
        if (Double.isFinite(value)) {
            figures.put(name, value);
        }
    }

    private void say(String message) {
        status = running(status.phase(), status.step(), status.totalSteps(), status.secondsLeft(), message);
        tell();
    }

    private RunStatus running(
            String phase, long step, long totalSteps, @Nullable Long secondsLeft, @Nullable String message) {
        return new RunStatus(
                status.request(),
                TrainingState.RUNNING,
                phase,
                step,
                totalSteps,
                Map.copyOf(figures),
                secondsLeft,
                message);
    }

    private void tell() {
        lastNanos = System.nanoTime();
        told.accept(status);
    }

    /** The run has ended. */
    void ended(RunOutcome outcome) {
        TrainingState end =
                switch (outcome.end()) {
                    case FINISHED -> TrainingState.FINISHED;
                    case STOPPED -> TrainingState.STOPPED;
                    case FAILED -> TrainingState.FAILED;
                };
        status = status.ended(end, outcome.reason());
        tell();
    }

    /** The run's model is published already. */
    void doneBefore(ModelPublished model) {
        status = status.ended(TrainingState.FINISHED, "its model " + model.modelId() + " is published already");
        tell();
    }

    /** Another trainer has brought it to its end; it is that one which tells of it. */
    void overElsewhere(TrainingProgress end) {
        status = new RunStatus(
                status.request(),
                end.state(),
                end.phase(),
                end.step(),
                end.totalSteps(),
                end.figures(),
                null,
                "trainer " + end.trainer() + " carried it out");
        tell();
    }

    void failed(@Nullable String reason) {
        status = status.ended(TrainingState.FAILED, reason);
        tell();
    }
}
