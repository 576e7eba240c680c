package io.astrochrome.colorize.decision;

import io.astrochrome.colorize.challenger.ChallengerHolder;
import io.astrochrome.colorize.challenger.ChallengerWatch;
import io.astrochrome.colorize.model.ModelHolder;
import io.astrochrome.colorize.settings.ColorizeSettings;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.storage.ObjectStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Keeps the models those that are decided, on a thread of its own, from start to stop of the service. Thread-safe. */
@Singleton
public final class DecidedModels {
    private final ModelDirector director;
    private final DecisionFeed feed;

    DecidedModels(
            ObjectStore store,
            ShippedModel shipped,
            ModelHolder champions,
            ChallengerHolder challengers,
            ChallengerWatch watch,
            ModelMeters meters,
            ColorizeSettings settings,
            KafkaClients clients) {
        director = new ModelDirector(
                new ModelLoader(store, settings.scratch(), shipped),
                champions,
                challengers,
                watch,
                meters,
                settings.session());
        feed = new DecisionFeed(clients, director);
    }

    void start(@Observes StartupEvent event) {
        feed.start();
    }

    void stop(@Observes ShutdownEvent event) {
        feed.close();
    }

    /** Waits until the decisions that the log had at start are obeyed. */
    public void awaitSettled() throws InterruptedException {
        feed.awaitSettled();
    }

    /** Decided models that this instance does not use, the newest last. */
    public List<Refusal> refusals() {
        return director.refusals();
    }
}
