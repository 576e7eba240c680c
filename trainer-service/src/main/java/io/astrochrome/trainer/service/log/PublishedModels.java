package io.astrochrome.trainer.service.log;

import io.astrochrome.events.Topics;
import io.astrochrome.events.history.ChampionModel;
import io.astrochrome.events.history.ModelHistory;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.events.model.ModelPublished;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Which models are published, by what the log says at the moment of asking. */
@Singleton
public class PublishedModels {
    private final EventLog log;

    PublishedModels(EventLog log) {
        this.log = log;
    }

    /**
     * The champion.
     *
     * @throws org.apache.kafka.common.KafkaException where the broker does not answer
     */
    public Optional<ChampionModel> champion() {
        ModelHistory history = new ModelHistory();
        log.read(Topics.MODEL_DECISIONS, ModelDecision.class, (decision, at) -> history.add(decision));
        return history.champion();
    }

    /**
     * The model that a run has published, whichever trainer carried it out.
     *
     * @throws org.apache.kafka.common.KafkaException where the broker does not answer
     */
    public Optional<ModelPublished> modelOf(String runId) {
        ModelPublished[] found = new ModelPublished[1];
        log.read(Topics.MODELS, ModelPublished.class, (model, at) -> {
            if (runId.equals(model.runId())) {
                found[0] = model;
            }
        });
        return Optional.ofNullable(found[0]);
    }
}
