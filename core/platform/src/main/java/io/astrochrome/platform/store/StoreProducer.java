package io.astrochrome.platform.store;

import io.astrochrome.storage.MinioObjectStore;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.StoreSettings;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;

/** The service's one object store, from its configuration; the store itself need not be up when the service starts. */
@ApplicationScoped
class StoreProducer {
    private final StoreConfig config;

    StoreProducer(StoreConfig config) {
        this.config = config;
    }

    @Produces
    @Startup
    @DefaultBean
    @ApplicationScoped
    ObjectStore objectStore() {
        try {
            return new MinioObjectStore(new StoreSettings(
                    config.endpoint(),
                    config.accessKey(),
                    config.secretKey(),
                    config.bucket(),
                    config.region(),
                    config.connectTimeout(),
                    config.requestTimeout(),
                    config.caFile()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("astrochrome.store: " + e.getMessage(), e);
        }
    }

    void close(@Disposes ObjectStore store) {
        if (store instanceof MinioObjectStore minio) {
            minio.close();
        }
    }
}
