package io.astrochrome.trainer.service;

import io.astrochrome.events.ModelDecision;
import io.astrochrome.events.ModelPublished;
import io.astrochrome.events.Topics;
import io.astrochrome.events.history.ChampionModel;
import io.astrochrome.events.history.ModelHistory;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What the log says of models at the moment of asking. */
@Singleton
class ModelLog {
    private final LogSnapshot log;

    ModelLog(LogSnapshot log) {
        this.log = log;
    }

    /**
     * The champion.
     *
     * @throws org.apache.kafka.common.KafkaException where the broker does not answer
     */
    Optional<ChampionModel> champion() {
        ModelHistory history = new ModelHistory();
        log.read(Topics.MODEL_DECISIONS, ModelDecision.class, (decision, at) -> history.add(decision));
        return history.champion();
    }

    /**
     * The model that a run has published, whichever trainer carried it out.
     *
     * @throws org.apache.kafka.common.KafkaException where the broker does not answer
     */
    Optional<ModelPublished> modelOf(String runId) {
        ModelPublished[] found = new ModelPublished[1];
        log.read(Topics.MODELS, ModelPublished.class, (model, at) -> {
            if (runId.equals(model.runId())) {
                found[0] = model;
            }
        });
        return Optional.ofNullable(found[0]);
    }
}
