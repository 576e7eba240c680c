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
        return judge(limit, feed.pulseAge(), scoring.pulseAge(), scoring.isAtWork(), scoring.hasFailed());
    }

    static HealthCheckResponse judge(
            Duration limit, Duration feedAge, Duration scoringAge, boolean scoringAtWork, boolean scoringFailed) {
        boolean feedStalled = feedAge.compareTo(limit) > 0;
        boolean scoringStalled = scoringAtWork && scoringAge.compareTo(limit) > 0;
        return HealthCheckResponse.named("consumers")
                .status(!feedStalled && !scoringStalled && !scoringFailed)
                .withData("feed", feedStalled ? "stalled" : "alive")
                .withData("scoring", scoringFailed ? "failed" : scoringStalled ? "stalled" : "alive")
                .build();
    }
}
