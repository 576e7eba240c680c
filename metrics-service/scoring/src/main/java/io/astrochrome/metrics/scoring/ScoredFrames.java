package io.astrochrome.metrics.scoring;

import io.astrochrome.events.FrameScored;
import java.time.Duration;

/** Hears of each score when it is made; called by the stream's thread, must not block. */
@FunctionalInterface
interface ScoredFrames {
    /**
     * A frame has a score.
     *
     * @param queued how long the record that made it possible lay in the log
     * @param took from taking that record up
     */
    void scored(FrameScored score, Duration queued, Duration took);
}
