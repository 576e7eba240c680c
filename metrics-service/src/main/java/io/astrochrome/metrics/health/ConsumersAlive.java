package io.astrochrome.metrics.health;

import io.astrochrome.metrics.observatory.feed.FeedReader;
import io.astrochrome.metrics.scoring.ScoringStream;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Red where the feed's reader or the scoring stream has not gone round for longer than the stall limit. */
@Liveness
class ConsumersAlive implements HealthCheck {
    /** Far more than a consumer is busy with one record. */
    private static final Duration STALL_LIMIT = Duration.ofMinutes(1);

    private final FeedReader feed;
    private final ScoringStream scoring;

    ConsumersAlive(FeedReader feed, ScoringStream scoring) {
        this.feed = feed;
        this.scoring = scoring;
    }

    @Override
    public HealthCheckResponse call() {
        return judge(STALL_LIMIT, feed.idleTime(), scoring.idleTime(), scoring.isAtWork(), scoring.hasFailed());
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
