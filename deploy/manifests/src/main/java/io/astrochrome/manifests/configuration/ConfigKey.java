package io.astrochrome.manifests.configuration;

import java.util.Locale;
import java.util.Optional;

/**
 * A key that an operator can set.
 *
 * @param name such as {@code astrochrome.store.endpoint}
 * @param type what its value looks like, for people
 * @param unit of its value; a dash where it has none
 * @param value what it is where it is not set
 * @param required whether it must be set
 * @param effect what it does
 */
public record ConfigKey(
        String name, String type, String unit, Optional<String> value, boolean required, String effect) {
    /** The environment variable that sets it, by MicroProfile Config's rule. */
    public String variable() {
        return name.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
