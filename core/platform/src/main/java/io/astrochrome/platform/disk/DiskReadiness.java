package io.astrochrome.platform.disk;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A service is not ready while it has no room for a frame. */
@Readiness
class DiskReadiness implements HealthCheck {
    private static final String NAME = "disk";

    private final DiskRoom disk;

    DiskReadiness(DiskRoom disk) {
        this.disk = disk;
    }

    @Override
    public HealthCheckResponse call() {
        return disk.isEnough()
                ? HealthCheckResponse.up(NAME)
                : HealthCheckResponse.named(NAME)
                        .down()
                        .withData("reason", disk.toString())
                        .build();
    }
}
