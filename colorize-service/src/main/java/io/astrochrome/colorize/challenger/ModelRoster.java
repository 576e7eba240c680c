package io.astrochrome.colorize.challenger;

import io.astrochrome.colorize.inference.ColouredFrame;
import io.astrochrome.colorize.model.ModelHolder;
import io.astrochrome.events.ChallengerMode;
import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who colours: the champion and the challenger as decided, and an eye on the challenger. Thread-safe. */
@Singleton
public final class ModelRoster {
    private final ModelHolder champions;
    private final ChallengerHolder challengers;
    private final ChallengerWatch watch;
    private final Withdrawals withdrawals;
    private final Meters meters;

    ModelRoster(
            ModelHolder champions,
            ChallengerHolder challengers,
            ChallengerWatch watch,
            Withdrawals withdrawals,
            Meters meters) {
        this.meters = meters;
        this.champions = champions;
        this.challengers = challengers;
        this.watch = watch;
        this.withdrawals = withdrawals;
    }

    /**
     * The models whose colours are shown; the caller closes it.
     *
     * @throws IllegalStateException where the service is stopping
     */
    public ServingModels serving() {
        return ServingModels.lease(champions, challengers);
    }

    /** The challenger that colours unseen, if there is one; the caller closes it. */
    public Optional<Challenger> shadow() {
        return challengers.lease(ChallengerMode.SHADOW);
    }

    /** The champion coloured these. */
    public void championTook(List<ColouredFrame> frames) {
        frames.forEach(frame -> watch.championTook(frame.inferenceMillis(), pixels(frame)));
    }

    /** The challenger coloured these, to be shown; one that is too slow is set aside. */
    public void challengerTook(ChallengerMode mode, List<ColouredFrame> frames) {
        frames.forEach(frame -> {
            count(mode, "coloured");
            watch.challengerTook(frame.modelId(), frame.inferenceMillis(), pixels(frame))
                    .ifPresent(withdrawals::withdraw);
        });
    }

    /** The challenger could not colour a frame; one that fails too often is set aside. */
    public void challengerFailed(ChallengerMode mode, String modelId, RuntimeException failure) {
        count(mode, "failed");
        watch.challengerFailed(modelId, failure).ifPresent(withdrawals::withdraw);
    }

    /** The challenger coloured a frame unseen. */
    public void challengerColoured(ChallengerMode mode) {
        count(mode, "coloured");
    }

    /** A frame was passed over, because the challenger is behind. */
    public void challengerShed(ChallengerMode mode) {
        count(mode, "shed");
    }

    private void count(ChallengerMode mode, String outcome) {
        meters.count(Meter.CHALLENGER_FRAMES, mode.name().toLowerCase(Locale.ROOT), outcome);
    }

    private static long pixels(ColouredFrame frame) {
        return frame.tensor().geometry().pixels();
    }
}
