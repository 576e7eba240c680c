package io.astrochrome.events.history;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.model.ModelDecision;

/**
 * A model that is champion, or was and may be again.
 *
 * @param since the decision that made it champion; a roll-back to it leaves this as it was
 * @param newest the newest decision that names it as champion
 */
public record ChampionModel(ModelDecision since, ModelDecision newest) {
    public ChampionModel {
        if (since.modelId() == null || !since.modelId().equals(newest.modelId())) {
            throw new IllegalArgumentException(
                    "since and newest must name one model, not " + since.modelId() + " and " + newest.modelId());
        }
    }

    /** The model's id, which is its file's SHA-256. */
    public String modelId() {
        return newest.requireModelId();
    }

    /** Its ONNX file. */
    public ObjectReference object() {
        return newest.requireObject();
    }

    ChampionModel named(ModelDecision again) {
        return new ChampionModel(since, again);
    }
}
