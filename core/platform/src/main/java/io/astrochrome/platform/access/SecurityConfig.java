package io.astrochrome.platform.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who may ask over HTTP. Needed where a service is not bound to loopback; obeyed everywhere. */
@ConfigMapping(prefix = "astrochrome.security")
public interface SecurityConfig {
    /** The key that requests must carry, of at least 16 characters; better in a file. */
    Optional<String> apiKey();

    /** A file of keys, one a line, all valid, so that a key is replaced without a gap; lines that begin with # are comments. */
    Optional<Path> apiKeyFile();

    /** Whether the meters at {@code /q/metrics} are answered without a key; health always is. */
    @WithDefault("false")
    boolean openMetrics();

    /** How long a browser stays signed in. */
    @WithDefault("12h")
    Duration session();

    /** Other names, such as a proxy's, by which a service on loopback may be addressed without a key. */
    Optional<List<String>> hosts();
}
