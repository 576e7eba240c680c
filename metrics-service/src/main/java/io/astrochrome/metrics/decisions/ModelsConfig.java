package io.astrochrome.metrics.decisions;

import java.nio.file.Path;
import java.util.Optional;

/** The models that there are from the start. */
public interface ModelsConfig {
    /**
     * The ONNX file that ships with the installation: put into the store and made the first champion where there is none,
     * so that history begins with it. None: history begins with the first model that the trainer publishes.
     */
    Optional<Path> shipped();
}
