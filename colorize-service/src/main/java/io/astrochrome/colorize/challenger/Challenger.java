package io.astrochrome.colorize.challenger;

import io.astrochrome.colorize.model.ModelLease;
import io.astrochrome.events.ChallengerMode;
import io.astrochrome.model.ColourModel;

/**
 * A lease of the challenger and what it is to do.
 *
 * @param canaryShare of the targets, in (0, 1]; 0 in other modes
 * @param decisionId of the decision that it is tried by
 */
public record Challenger(ModelLease lease, ChallengerMode mode, double canaryShare, String decisionId)
        implements AutoCloseable {
    public ColourModel model() {
        return lease.model();
    }

    Challenger another() {
        return new Challenger(lease.another(), mode, canaryShare, decisionId);
    }

    @Override
    public void close() {
        lease.close();
    }
}
