package io.astrochrome.colorize.replay;

import io.astrochrome.events.FrameIngested;

/** Hears how a replay goes on; called by its thread. */
public interface ReplayWatch {
    /** So many records lie in the span; fewer may be meant. */
    void begins(long records);

    /** A record was passed, whether meant or not. */
    void passed();

    /** A frame was coloured. */
    void coloured(FrameIngested frame);

    /**
     * A record could not be coloured.
     *
     * @param name of the frame, or the place of the record
     */
    void refused(String name, String reason);
}
