package io.astrochrome.metrics.health;

import io.astrochrome.metrics.observatory.feed.FeedReader;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the gallery holds what was in the log at start. */
@Readiness
class FeedReady implements HealthCheck {
    private final FeedReader feed;

    FeedReady(FeedReader feed) {
        this.feed = feed;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("feed").status(feed.isCaughtUp()).build();
    }
}
