package io.astrochrome.metrics.registry.retraining;

import io.astrochrome.events.training.RetrainReason;
import java.util.Optional;

/**
 * Enough frames to learn from have come since the champion was trained.
 *
 * @param frames how many; 0: never
 */
record NewFramesTrigger(int frames) implements Trigger {
    @Override
    public Optional<Alarm> look(Observations seen) {
        if (frames == 0 || seen.championId() == null || seen.newFrames() < frames) {
            return Optional.empty();
        }
        long times = seen.newFrames() / frames;
        return Optional.of(new Alarm(
                RetrainReason.NEW_FRAMES,
                seen.championId() + "-" + times,
                seen.newFrames() + " colour frames have come since the champion was trained, " + frames
                        + " ask for a new model"));
    }
}
