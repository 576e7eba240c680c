package io.astrochrome.platform.access;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * OpenID Connect is on where a server (or the key of one) is configured, and off otherwise: nothing is asked of the
 * network, and nothing has to be switched. Lower in rank than a service's own configuration.
 */
public final class AccessDefaults implements ConfigSourceFactory {
    static final String OIDC_ENABLED = "quarkus.oidc.tenant-enabled";

    /** Below a service's application.yaml (255), above the defaults of libraries (100). */
    private static final int ORDINAL = 150;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean configured = Stream.of("quarkus.oidc.auth-server-url", "quarkus.oidc.public-key")
                .map(context::getValue)
                .anyMatch(AccessDefaults::isGiven);
        return List.of(new PropertiesConfigSource(
                Map.of(OIDC_ENABLED, Boolean.toString(configured)), "OpenID Connect where it is configured", ORDINAL));
    }

    private static boolean isGiven(ConfigValue value) {
        return value != null && value.getValue() != null && !value.getValue().isBlank();
    }

    /** Runs after the sources that it reads. */
    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }
}
