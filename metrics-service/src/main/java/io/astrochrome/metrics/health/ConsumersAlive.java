package io.astrochrome.metrics.health;

import io.astrochrome.metrics.MetricsConfig;
import io.astrochrome.metrics.feed.FeedReader;
import io.astrochrome.metrics.scoring.ScoringStream;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Red where the feed's reader or the scoring stream has not gone round for longer than the stall limit. */
@Liveness
class ConsumersAlive implements HealthCheck {
    private final FeedReader feed;
    private final ScoringStream scoring;
    private final Duration limit;

    ConsumersAlive(FeedReader feed, ScoringStream scoring, MetricsConfig config) {
        this.feed = feed;
        this.scoring = scoring;
        this.limit = config.stallLimit();
    }

    @Override
    public HealthCheckResponse call() {
        boolean feedStalled = feed.pulseAge().compareTo(limit) > 0;
        boolean scoringStalled = scoring.isAtWork() && scoring.pulseAge().compareTo(limit) > 0;
        return HealthCheckResponse.named("consumers")
                .status(!feedStalled && !scoringStalled && !scoring.hasFailed())
                .withData("feed", feedStalled ? "stalled" : "alive")
                .withData("scoring", scoring.hasFailed() ? "failed" : scoringStalled ? "stalled" : "alive")
                .build();
    }
}
