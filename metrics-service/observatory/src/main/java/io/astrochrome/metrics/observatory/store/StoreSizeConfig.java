package io.astrochrome.metrics.observatory.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Meters of the object store's size. */
@ConfigMapping(prefix = "astrochrome.metrics.store")
public interface StoreSizeConfig {
    /** How often the whole store is listed to be measured; where that takes long, less often is enough. */
    @WithDefault("1h")
    Duration measureEvery();

    /** What the store may grow to, in bytes, so that an alert comes before it is full; 0: nobody says. */
    @WithDefault("0")
    long capacityBytes();
}
