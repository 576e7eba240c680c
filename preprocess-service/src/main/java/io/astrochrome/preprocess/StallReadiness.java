package io.astrochrome.preprocess;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Red while one frame has been at work for longer than {@code astrochrome.preprocess.stall-after}. */
@Readiness
@ApplicationScoped
class StallReadiness implements HealthCheck {
    static final String NAME = "frames";

    private final StallWatch watch;
    private final PreprocessSettings settings;

    StallReadiness(StallWatch watch, PreprocessSettings settings) {
        this.watch = watch;
        this.settings = settings;
    }

    @Override
    public HealthCheckResponse call() {
        return watch.stalled(settings.stallAfter())
                .map(work -> HealthCheckResponse.named(NAME)
                        .down()
                        .withData("frame", work.frame())
                        .withData("since", work.since().toString())
                        .withData("waiting for", work.waitingFor())
                        .build())
                .orElseGet(() -> HealthCheckResponse.up(NAME));
    }
}
