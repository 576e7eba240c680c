package io.astrochrome.platform;

import io.astrochrome.storage.StoreSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where a service finds the object store. */
@ConfigMapping(prefix = "astrochrome.store")
public interface StoreConfig {
    /** Such as {@code http://127.0.0.1:9000}. */
    URI endpoint();

    String accessKey();

    String secretKey();

    /** The one bucket for all objects; made where it is missing. */
    @WithDefault(StoreSettings.DEFAULT_BUCKET)
    String bucket();

    /** As the store wants it in signatures. */
    @WithDefault(StoreSettings.DEFAULT_REGION)
    String region();

    /** Until a connection stands. */
    @WithDefault("3s")
    Duration connectTimeout();

    /** Without a byte moving. */
    @WithDefault("30s")
    Duration requestTimeout();
}
