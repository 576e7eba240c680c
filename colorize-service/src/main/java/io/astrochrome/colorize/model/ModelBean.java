package io.astrochrome.colorize.model;

import io.astrochrome.colorize.settings.ColorizeConfig;
import io.astrochrome.colorize.settings.ColorizeSettings;
import io.astrochrome.events.ModelDecision;
import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import io.astrochrome.meters.ModelLabel;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelRejectedException;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Loads the configured model when the service starts; a model that is rejected stops the start. */
final class ModelBean {
    private static final String KEY = "astrochrome.colorize.model";
    private static final Logger LOG = Logger.getLogger(ModelBean.class);

    @Produces
    @Singleton
    @Startup
    ModelHolder holder(ColorizeConfig config, ColorizeSettings settings, Meters meters) {
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
            meters.replace(
                    Meter.MODEL_INFO,
                    Map.of(
                            List.of(
                                    ModelDecision.CHAMPION,
                                    ModelLabel.of(model.modelId()),
                                    model.metadata().name(),
                                    model.executionProvider()),
                            1.0));
            return new ModelHolder(model);
        } catch (ModelRejectedException | IOException e) {
            throw new IllegalStateException(KEY + ": " + e.getMessage(), e);
        }
    }

    void close(@Disposes ModelHolder holder) {
        holder.close();
    }
}
