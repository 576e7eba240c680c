package io.astrochrome.ingest.intake;

import io.astrochrome.events.FrameIngested;

/** What became of a frame that was handed in. */
public sealed interface IntakeOutcome {
    /** The frame is stored and its reference published. */
    record Accepted(FrameIngested event) implements IntakeOutcome {}

    /** The same bytes were taken in before; nothing was stored or published. */
    record Duplicate(FrameIngested first) implements IntakeOutcome {}

    /**
     * The frame breaks a rule; handing it in again does not help.
     *
     * @param message a sentence that names the file and the rule
     */
    record Refused(Refusal refusal, String message) implements IntakeOutcome {}

    /**
     * Kafka or the store does not answer, or there is no room; nothing was left behind, and handing the frame in again
     * later is the thing to do.
     */
    record Unavailable(String message) implements IntakeOutcome {}
}
