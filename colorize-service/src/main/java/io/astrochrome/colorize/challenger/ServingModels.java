package io.astrochrome.colorize.challenger;

import io.astrochrome.colorize.model.ModelHolder;
import io.astrochrome.colorize.model.ModelLease;
import io.astrochrome.events.ChallengerMode;
import io.astrochrome.model.ColourModel;
import java.util.Optional;

/** The models whose colours are shown, for as long as one batch takes: the champion, and the canary for its targets. */
public final class ServingModels implements AutoCloseable {
    private final ModelLease champion;
    private final Optional<Challenger> canary;

    private ServingModels(ModelLease champion, Optional<Challenger> canary) {
        this.champion = champion;
        this.canary = canary;
    }

    /**
     * Leases both.
     *
     * @throws IllegalStateException where the service is stopping
     */
    public static ServingModels lease(ModelHolder champions, ChallengerHolder challengers) {
        return new ServingModels(champions.lease(), challengers.lease(ChallengerMode.CANARY));
    }

    public ColourModel champion() {
        return champion.model();
    }

    /** The model that colours the target's frames. */
    public ColourModel of(String target) {
        return canary.filter(challenger -> CanaryShare.takes(target, challenger.canaryShare()))
                .map(Challenger::model)
                .orElseGet(this::champion);
    }

    @Override
    public void close() {
        champion.close();
        canary.ifPresent(Challenger::close);
    }
}
