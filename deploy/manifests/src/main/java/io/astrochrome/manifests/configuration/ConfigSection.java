package io.astrochrome.manifests.configuration;

import java.util.List;

/**
 * The keys of one mapping.
 *
 * @param module that the mapping is in, such as {@code ingest-service} or {@code core/platform}
 * @param about what the keys are for
 */
public record ConfigSection(String module, String prefix, String about, List<ConfigKey> keys) {
    /** Whether every service has the keys. */
    public boolean isShared() {
        return module.startsWith("core/");
    }
}
