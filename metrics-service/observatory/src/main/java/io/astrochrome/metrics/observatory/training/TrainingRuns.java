package io.astrochrome.metrics.observatory.training;

import io.astrochrome.events.training.TrainingProgress;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The newest training runs. Thread-safe. Idempotent: an event that comes again, or late, changes nothing that a newer one
 * has said.
 */
public final class TrainingRuns {
    private static final Comparator<ObservedRun> NEWEST_FIRST = Comparator.comparing(
                    (ObservedRun run) -> run.latest().at())
            .reversed()
            .thenComparing(run -> run.latest().runId());

    private final int mostRuns;
    private final Map<String, ObservedRun> runs = new HashMap<>();

    /** Remembers so many runs. */
    public TrainingRuns(int mostRuns) {
        this.mostRuns = mostRuns;
    }

    /** A run tells of itself. */
    public synchronized void heard(TrainingProgress progress) {
        runs.merge(progress.runId(), ObservedRun.of(progress), (before, fresh) -> before.and(progress));
        if (runs.size() > mostRuns) {
            runs.remove(runs.values().stream()
                    .max(NEWEST_FIRST)
                    .orElseThrow()
                    .latest()
                    .runId());
        }
    }

    /** All that are remembered, the one heard of last first. */
    public synchronized List<ObservedRun> newestFirst() {
        return runs.values().stream().sorted(NEWEST_FIRST).toList();
    }
}
