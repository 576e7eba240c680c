package io.astrochrome.colorize.model.rollout;

import io.astrochrome.colorize.model.ModelFiles;
import io.astrochrome.colorize.model.ServedModels;
import io.astrochrome.colorize.settings.ColorizeConfig;
import io.astrochrome.colorize.settings.ColorizeSettings;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.storage.ObjectStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;

/**
 * Loads the configured model when the service starts, a model that is rejected stops the start, and keeps the models those
 * that are decided from then on until the service stops.
 */
final class ModelBeans {
    private static final String KEY = "astrochrome.colorize.model";

    /** Frames that a challenger may fail to colour until it is set aside. */
    private static final int MOST_FAILURES = 3;

    /** A canary's time for a pixel, in the champion's, beyond which it is set aside. */
    private static final double MOST_SLOWDOWN = 3;

    private static final Logger LOG = Logger.getLogger(ModelBeans.class);

    @Produces
    @Singleton
    @Startup
    ServedModels registry(ColorizeConfig config, ColorizeSettings settings, ModelMeters meters) {
        try {
            ColourModel model = ColourModel.load(
                    ModelFiles.find(config.model()), config.modelSha256().orElse(null), settings.session());
            LOG.infof(
                    "colours with model %s (%s), ONNX Runtime on %s with %d threads: %s",
                    model.metadata().name(),
                    model.modelId(),
                    model.executionProvider(),
                    settings.session().intraOpThreads(),
                    model.executionProviderReason());
            meters.loaded(model, null);
            return new ServedModels(model);
        } catch (ModelRejectedException | IOException e) {
            throw new IllegalStateException(KEY + ": " + e.getMessage(), e);
        }
    }

    void close(@Disposes ServedModels registry) {
        registry.close();
    }

    @Produces
    @Singleton
    ChallengerWatch watch() {
        return new ChallengerWatch(MOST_FAILURES, MOST_SLOWDOWN);
    }

    @Produces
    @Singleton
    ModelRollout rollout(
            ColorizeConfig config,
            ColorizeSettings settings,
            ObjectStore store,
            ServedModels registry,
            ChallengerWatch watch,
            ModelMeters meters) {
        try {
            ModelLoader loader = new ModelLoader(store, settings.scratch(), ModelFiles.find(config.model()));
            return new ModelRollout(loader, registry, watch, meters, settings.session());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Produces
    @Singleton
    DecisionFeed decisions(KafkaClients clients, ModelRollout rollout) {
        return new DecisionFeed(clients, rollout);
    }

    void start(@Observes StartupEvent event, DecisionFeed decisions) {
        decisions.start();
    }

    void stop(@Observes ShutdownEvent event, DecisionFeed decisions) {
        decisions.close();
    }
}
