package io.astrochrome.events.history;

import io.astrochrome.events.model.DecisionKind;
import io.astrochrome.events.model.ModelDecision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The history of models, of the decisions in the order of the log. The same decisions give the same history, whoever reads
 * them and however often they are delivered: one whose id is known changes nothing.
 *
 * <p>The newest decision of an alias says who holds it. Whoever was champion stands in a line, each model once, the newest
 * champion first. A model leaves the line when it is rolled back, together with all that became champion after the one that
 * the place goes back to; and when it is refused or withdrawn while another is champion. It comes back only by a decision
 * that makes it champion. Not thread-safe.
 */
public final class ModelHistory {
    /** How many of the line are tried where the first cannot be used, each of which takes a download. */
    public static final int MOST_TRIED = 8;

    private final Set<String> ids = new HashSet<>();
    private final Map<String, ModelDecision> inForce = new HashMap<>();
    private final List<ChampionModel> line = new ArrayList<>();

    /**
     * Takes the next decision of the log.
     *
     * @return whether it was new
     */
    public boolean add(ModelDecision decision) {
        if (!ids.add(decision.decisionId())) {
            return false;
        }
        String heldBefore = holder();
        inForce.put(decision.alias(), decision);
        if (decision.kind() == DecisionKind.ROLLED_BACK && decision.alias().equals(ModelDecision.CHAMPION)) {
            goBackTo(decision.modelId());
            leave(heldBefore);
        }
        if (speaksAgainstItsSubject(decision.kind())) {
            leave(decision.subjectModelId());
        }
        if (decision.alias().equals(ModelDecision.CHAMPION) && decision.modelId() != null) {
            enter(new ChampionModel(decision, decision), heldBefore);
        }
        return true;
    }

    /** Who became champion after it did so by being measured against it or one after it, so that none is trusted. */
    private void goBackTo(@Nullable String modelId) {
        if (line.stream().anyMatch(model -> model.modelId().equals(modelId))) {
            while (!line.get(0).modelId().equals(modelId)) {
                line.remove(0);
            }
        }
    }

    private static boolean speaksAgainstItsSubject(DecisionKind kind) {
        return switch (kind) {
            case ROLLED_BACK, REFUSED, WITHDRAWN -> true;
            case REGISTERED, PROMOTED, ON_TRIAL, PINNED, UNPINNED -> false;
        };
    }

    /** The champion stays in line whatever is said: who is promoted from a trial is withdrawn from the trial. */
    private void leave(@Nullable String modelId) {
        if (modelId != null && !modelId.equals(holder())) {
            line.removeIf(model -> model.modelId().equals(modelId));
        }
    }

    /** Who holds the place still, or is given it back, stands where it stood; whoever else is newly champion. */
    private void enter(ChampionModel champion, @Nullable String heldBefore) {
        ChampionModel first = line.isEmpty() ? null : line.get(0);
        if (first != null
                && first.modelId().equals(champion.modelId())
                && (champion.newest().kind() == DecisionKind.ROLLED_BACK
                        || champion.modelId().equals(heldBefore))) {
            line.set(0, first.named(champion.newest()));
            return;
        }
        line.removeIf(model -> model.modelId().equals(champion.modelId()));
        line.add(0, champion);
    }

    private @Nullable String holder() {
        return inForce(ModelDecision.CHAMPION).map(ModelDecision::modelId).orElse(null);
    }

    /** Whether a decision of that id has been made. */
    public boolean knows(String decisionId) {
        return ids.contains(decisionId);
    }

    /** The newest decision about that alias. */
    public Optional<ModelDecision> inForce(String alias) {
        return Optional.ofNullable(inForce.get(alias));
    }

    /** The champion; nothing where nobody holds the alias. */
    public Optional<ChampionModel> champion() {
        return line.stream().findFirst().filter(model -> model.modelId().equals(holder()));
    }

    /** Who a roll-back gives the place to; nothing where there was no other, or none that may be fallen back to. */
    public Optional<ChampionModel> before() {
        String champion = holder();
        return line.stream().filter(model -> !model.modelId().equals(champion)).findFirst();
    }

    /**
     * Who is to colour: the champion, and where it cannot be used the next, and so on; at most {@link #MOST_TRIED}. Empty
     * where nobody holds the alias: then it is the model that ships, as it is where none of the line can be used.
     */
    public List<ChampionModel> toTry() {
        return champion().isEmpty() ? List.of() : List.copyOf(line.subList(0, Math.min(MOST_TRIED, line.size())));
    }
}
