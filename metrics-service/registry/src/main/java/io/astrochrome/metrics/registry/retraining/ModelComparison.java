package io.astrochrome.metrics.registry.retraining;

import io.astrochrome.metrics.registry.retraining.ScoreHistory.Scored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two models by their scores on the targets that both have coloured: a target's newest scores of each, as many of one as of
 * the other, so that an easy target does not count for one alone.
 *
 * @param frames of each
 * @param gainDecibels mean gain of the new model
 * @param otherGainDecibels of the other one
 */
record ModelComparison(int frames, double gainDecibels, double otherGainDecibels) {
    /**
     * The comparison, empty where fewer than {@code leastFrames} of each can be had.
     *
     * @param since scores of the new model before that moment do not count
     */
    static Optional<ModelComparison> of(
            ScoreHistory scores, String modelId, Instant since, String otherId, int leastFrames) {
        List<Double> gains = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        Set<String> targets = scores.targets(modelId);
        targets.retainAll(scores.targets(otherId));
        for (String target : targets) {
            List<Double> own = scores.of(target, modelId).stream()
                    .filter(score -> !score.at().isBefore(since))
                    .map(Scored::gainDecibels)
                    .toList();
            List<Double> other = scores.of(target, otherId).stream()
                    .map(Scored::gainDecibels)
                    .toList();
            int count = Math.min(own.size(), other.size());
            gains.addAll(own.subList(own.size() - count, own.size()));
            others.addAll(other.subList(other.size() - count, other.size()));
        }
        return gains.isEmpty() || gains.size() < leastFrames
                ? Optional.empty()
                : Optional.of(new ModelComparison(gains.size(), GainTrigger.mean(gains), GainTrigger.mean(others)));
    }

    /** What the new model gains less, in dB; negative where it gains more. */
    double fall() {
        return otherGainDecibels - gainDecibels;
    }
}
