package io.astrochrome.metrics.registry.retraining;

import io.astrochrome.events.FrameScored;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The newest gains over grey, by target and model; each frame once. Bounded and thread-safe. */
final class ScoreHistory {
    private static final int MOST_OF_A_TARGET = 200;
    private static final int MOST_SERIES = 500;

    private final Map<Series, Deque<Scored>> series = new LinkedHashMap<>();

    /** One model's scores of one target. */
    private record Series(String target, String modelId) {}

    /** A frame's gain over grey. */
    record Scored(String frameId, double gainDecibels, Instant at) {}

    synchronized void take(FrameScored score) {
        if (!Double.isFinite(score.gainDecibels())) {
            return;
        }
        Series key = new Series(score.target(), score.modelId());
        Deque<Scored> scores = series.computeIfAbsent(key, k -> new ArrayDeque<>());
        if (scores.stream().anyMatch(known -> known.frameId.equals(score.frameId()))) {
            return;
        }
        scores.addLast(new Scored(score.frameId(), score.gainDecibels(), score.scoredAt()));
        if (scores.size() > MOST_OF_A_TARGET) {
            scores.removeFirst();
        }
        if (series.size() > MOST_SERIES) {
            series.remove(series.keySet().iterator().next());
        }
    }

    /** The targets that a model has scores for. */
    synchronized Set<String> targets(String modelId) {
        Set<String> targets = new TreeSet<>();
        series.keySet().stream().filter(key -> key.modelId.equals(modelId)).forEach(key -> targets.add(key.target));
        return targets;
    }

    /** A model's scores of a target, the oldest first. */
    synchronized List<Scored> of(String target, String modelId) {
        Deque<Scored> scores = series.get(new Series(target, modelId));
        return scores == null ? List.of() : List.copyOf(scores);
    }
}
