package io.astrochrome.platform.store;

import io.astrochrome.storage.StoreSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where a service finds the object store. */
@ConfigMapping(prefix = "astrochrome.store")
public interface StoreConfig {
    /** The store's address, such as {@code http://127.0.0.1:9000}, or {@code https://}. */
    URI endpoint();

    /** Who the service is to the store. */
    String accessKey();

    /** The secret that belongs to the access key; requests are signed with it, it is never sent or logged. */
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

    /** Certificates in PEM that an https store is trusted by; those that Java trusts where none is given. */
    Optional<Path> caFile();
}
