package io.astrochrome.colorize.model;

import io.astrochrome.model.ColourModel;
import java.util.Optional;

/** The models whose colours are shown, for as long as one batch takes: the champion, and the canary for its targets. */
public final class ServingModels implements AutoCloseable {
    private final ModelLease champion;
    private final Optional<Challenger> challenger;

    /** Owns both leases. */
    ServingModels(ModelLease champion, Optional<Challenger> challenger) {
        this.champion = champion;
        this.challenger = challenger;
    }

    public ColourModel champion() {
        return champion.model();
    }

    /** The model that colours the target's frames. */
    public ColourModel of(String target) {
        return challenger
                .filter(canary -> canary.takes(target))
                .map(Challenger::model)
                .orElseGet(this::champion);
    }

    @Override
    public void close() {
        champion.close();
        challenger.ifPresent(Challenger::close);
    }
}
