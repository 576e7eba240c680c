package io.astrochrome.platform.tracing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Where traces go. */
@ConfigMapping(prefix = "astrochrome.traces")
interface TracesConfig {
    /** A collector that takes OTLP over HTTP, such as {@code http://127.0.0.1:4318}; without it there are no traces. */
    Optional<URI> endpoint();

    /** The share of frames that are traced, in [0,1]; whether a frame is, is decided when it comes in. */
    @WithDefault("1")
    double share();
}
