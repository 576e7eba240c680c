package io.astrochrome.metrics.registry.decisions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** The models that there are from the start. */
@ConfigMapping(prefix = "astrochrome.metrics.models")
public interface ModelsConfig {
    /**
     * The ONNX file that ships with the installation: put into the store and made the first champion where there is none,
     * so that history begins with it. Where there is no such file, history begins with the first model that is published.
     */
    @WithDefault("deploy/models/champion.onnx")
    Path shipped();
}
