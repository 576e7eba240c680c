package io.astrochrome.platform.attempt;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service's one count of attempts. */
@Singleton
final class AttemptsProducer {
    @Produces
    @Singleton
    Attempts attempts(
            AttemptsConfig config,
            @ConfigProperty(name = "quarkus.application.name", defaultValue = "astrochrome") String service) {
        return new Attempts(config.folder()
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "astrochrome-attempts", service)));
    }
}
