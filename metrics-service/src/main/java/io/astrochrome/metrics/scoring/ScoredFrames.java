package io.astrochrome.metrics.scoring;

import io.astrochrome.events.FrameScored;

/** Hears of each score when it is made; called by the stream's thread, must not block. */
@FunctionalInterface
interface ScoredFrames {
    void scored(FrameScored score);
}
