package io.astrochrome.metrics.registry.decisions;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.history.ChampionModel;
import io.astrochrome.events.history.ModelHistory;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.events.model.ModelPublished;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All models and all decisions, as far as they are known here. Taking in what was taken in before changes nothing.
 * Thread-safe.
 */
final class RegistryState {
    private final Map<String, ModelPublished> models = new LinkedHashMap<>();
    private final List<ModelDecision> decisions = new ArrayList<>();
    private final ModelHistory history = new ModelHistory();

    synchronized void published(ModelPublished model) {
        models.put(model.modelId(), model);
    }

    synchronized void decided(ModelDecision decision) {
        if (history.add(decision)) {
            decisions.add(decision);
        }
    }

    synchronized boolean knows(String decisionId) {
        return history.knows(decisionId);
    }

    synchronized Optional<ModelDecision> inForce(String alias) {
        return history.inForce(alias);
    }

    /** The decision that made the model champion which a roll-back gives the place to. */
    synchronized Optional<ModelDecision> championBefore() {
        return history.before().map(ChampionModel::since);
    }

    /** The decision that made the present champion champion. */
    synchronized Optional<ModelDecision> championSince() {
        return history.champion().map(ChampionModel::since);
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
