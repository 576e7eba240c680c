package io.astrochrome.platform.store;

import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.StoreException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A service is not ready while the object store does not answer; a missing bucket is made on the way. */
@Readiness
class StoreReadiness implements HealthCheck {
    static final String NAME = "object store";

    private final ObjectStore store;

    StoreReadiness(ObjectStore store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            store.ensureBucket();
            return HealthCheckResponse.up(NAME);
        } catch (StoreException e) {
            return HealthCheckResponse.named(NAME)
                    .down()
                    .withData("reason", e.getMessage())
                    .build();
        }
    }
}
