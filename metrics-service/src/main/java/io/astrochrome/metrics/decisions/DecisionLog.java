package io.astrochrome.metrics.decisions;

import io.astrochrome.events.DecisionKind;
import io.astrochrome.events.ModelDecision;
import io.astrochrome.events.ModelPublished;
import io.astrochrome.events.ObjectReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All models and all decisions, as far as they are known here. Taking in what was taken in before changes nothing.
 * Thread-safe.
 */
final class DecisionLog {
    private final Map<String, ModelPublished> models = new LinkedHashMap<>();
    private final List<ModelDecision> decisions = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, ModelDecision> inForce = new LinkedHashMap<>();
    private final Deque<ModelDecision> champions = new ArrayDeque<>();

    synchronized void published(ModelPublished model) {
        models.put(model.modelId(), model);
    }

    synchronized void decided(ModelDecision decision) {
        if (!ids.add(decision.decisionId())) {
            return;
        }
        decisions.add(decision);
        inForce.put(decision.alias(), decision);
        if (ModelDecision.CHAMPION.equals(decision.alias()) && decision.modelId() != null) {
            enthrone(decision);
        }
    }

    /** A model that was rolled back to stands where it stood before; what came after it is forgotten. */
    private void enthrone(ModelDecision decision) {
        String modelId = decision.modelId();
        if (!champions.isEmpty() && champions.peek().modelId().equals(modelId)) {
            return;
        }
        boolean known = champions.stream().anyMatch(before -> before.modelId().equals(modelId));
        if (decision.kind() == DecisionKind.ROLLED_BACK && known) {
            while (!champions.peek().modelId().equals(modelId)) {
                champions.pop();
            }
        } else {
            champions.push(decision);
        }
    }

    synchronized boolean knows(String decisionId) {
        return ids.contains(decisionId);
    }

    synchronized Optional<ModelDecision> inForce(String alias) {
        return Optional.ofNullable(inForce.get(alias));
    }

    /** The decision that made the champion before the present one champion. */
    synchronized Optional<ModelDecision> championBefore() {
        return champions.stream().skip(1).findFirst();
    }

    /** The decision that made the present champion champion. */
    synchronized Optional<ModelDecision> championSince() {
        return Optional.ofNullable(champions.peek());
    }

    synchronized List<ModelDecision> newestFirst() {
        List<ModelDecision> all = new ArrayList<>(decisions);
        Collections.reverse(all);
        all.sort((one, other) -> other.at().compareTo(one.at()));
        return all;
    }

    synchronized List<ModelPublished> models() {
        return new ArrayList<>(models.values());
    }

    synchronized Optional<ModelPublished> model(String modelId) {
        return Optional.ofNullable(models.get(modelId));
    }

    /** Where a model's file lies: it was published, or has been decided about. */
    synchronized Optional<ObjectReference> file(String modelId) {
        ModelPublished published = models.get(modelId);
        if (published != null) {
            return Optional.of(published.object());
        }
        return decisions.stream()
                .filter(decision -> modelId.equals(decision.modelId()))
                .map(ModelDecision::object)
                .findFirst();
    }
}
