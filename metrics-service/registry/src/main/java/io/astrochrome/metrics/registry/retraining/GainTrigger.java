package io.astrochrome.metrics.registry.retraining;

import io.astrochrome.events.training.RetrainReason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The champion's gain over grey falls on a target: its newest scores against those before.
 *
 * @param frames that are taken each; 0: never
 * @param fall in dB
 */
record GainTrigger(int frames, double fall) implements Trigger {
    @Override
    public Optional<Alarm> look(Observations seen) {
        if (frames == 0 || seen.championId() == null) {
            return Optional.empty();
        }
        for (Map.Entry<String, List<Double>> target : seen.gains().entrySet()) {
            List<Double> gains = target.getValue();
            int size = gains.size();
            if (size < 2 * frames) {
                continue;
            }
            double now = mean(gains.subList(size - frames, size));
            double before = mean(gains.subList(size - 2 * frames, size - frames));
            if (now < before - fall) {
                return Optional.of(new Alarm(
                        RetrainReason.DRIFT,
                        seen.championId() + "-gain-" + target.getKey(),
                        String.format(
                                Locale.ROOT,
                                "the gain over grey on %s fell from %.2f dB to %.2f dB over the newest %d frames",
                                target.getKey(),
                                before,
                                now,
                                frames)));
            }
        }
        return Optional.empty();
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
