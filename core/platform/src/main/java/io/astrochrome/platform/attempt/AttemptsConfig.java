package io.astrochrome.platform.attempt;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where a service counts what has ended its process. */
@ConfigMapping(prefix = "astrochrome.attempts")
interface AttemptsConfig {
    /**
     * Where it is noted which records were begun and not ended; must outlive the process, or a record that ends it is begun
     * for ever. Default: a folder of the service in the system's one for temporary files.
     */
    Optional<Path> folder();
}
