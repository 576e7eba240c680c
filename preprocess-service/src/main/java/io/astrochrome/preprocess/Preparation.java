package io.astrochrome.preprocess;

import io.astrochrome.events.LabTensor;

/** What became of a frame. */
sealed interface Preparation {
    /** It can be looked at. */
    record Prepared(LabTensor tensor) implements Preparation {}

    /**
     * It cannot, and never will.
     *
     * @param reason a sentence that names the file and the rule that it broke
     */
    record Quarantined(String reason) implements Preparation {}
}
