package io.astrochrome.standalone.demo;

import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameScored;
import io.astrochrome.events.night.SubJudged;

/** What the stream says about a frame. */
public sealed interface FrameOutcome {
    /** The frame that it is about; empty where a record could not be read far enough to know. */
    String frameId();

    /** The frame has colours; its pictures are in the store. */
    record Coloured(FrameColorized event) implements FrameOutcome {
        @Override
        public String frameId() {
            return event.frame().frameId();
        }
    }

    /** The frame is an exposure of a night: it is in a stack, or why not. */
    record Judged(SubJudged event) implements FrameOutcome {
        @Override
        public String frameId() {
            return event.frame().frameId();
        }
    }

    /** The frame was given up. */
    record Quarantined(String frameId, String stage, String reason) implements FrameOutcome {}

    /** The frame's colours were compared with the true ones. */
    record Scored(FrameScored event) implements FrameOutcome {
        @Override
        public String frameId() {
            return event.frameId();
        }
    }
}
