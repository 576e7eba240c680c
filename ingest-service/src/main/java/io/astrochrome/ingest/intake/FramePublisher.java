package io.astrochrome.ingest.intake;

import io.astrochrome.events.FrameIngested;

/** Tells the stream about a frame. */
public interface FramePublisher {
    /**
     * Returns when the event is safe.
     *
     * @throws PublishFailedException where it is not, or nobody knows
     */
    void publish(FrameIngested event) throws PublishFailedException;
}
