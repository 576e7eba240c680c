package io.astrochrome.colorize.decision;

import io.astrochrome.events.ModelDecision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The decisions of the log as far as it has been read; the newest of each alias is in force. Not thread-safe. */
final class DecisionHistory {
    /** How many earlier champions are tried where the newer ones cannot be used. */
    static final int REMEMBERED_CHAMPIONS = 8;

    private final List<ModelDecision> champions = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private ModelDecision challenger;

    /** Takes the next decision of the log; one that was written a second time, after a crash, says nothing new. */
    void add(ModelDecision decision) {
        if (!ids.add(decision.decisionId())) {
            return;
        }
        if (decision.alias().equals(ModelDecision.CHALLENGER)) {
            challenger = decision;
            return;
        }
        champions.removeIf(earlier -> Objects.equals(earlier.modelId(), decision.modelId()));
        champions.add(0, decision);
        if (champions.size() > REMEMBERED_CHAMPIONS) {
            champions.remove(REMEMBERED_CHAMPIONS);
        }
    }

    /** The newest decision about each model that was champion, the one in force first. */
    List<ModelDecision> champions() {
        return List.copyOf(champions);
    }

    /** The decision in force about the challenger. */
    Optional<ModelDecision> challenger() {
        return Optional.ofNullable(challenger);
    }
}
