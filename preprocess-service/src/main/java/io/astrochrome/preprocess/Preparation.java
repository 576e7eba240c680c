package io.astrochrome.preprocess;

import io.astrochrome.events.LabTensor;
import java.util.Optional;

/** What became of a frame. */
sealed interface Preparation {
    /**
     * It can be looked at, or is in a stack that can.
     *
     * @param tensor what is to be coloured; empty where its target's next picture shows it too, or it is not to be seen
     */
    record Prepared(Optional<LabTensor> tensor) implements Preparation {}

    /**
     * It cannot, and never will.
     *
     * @param reason a sentence that names the file and the rule that it broke
     */
    record Quarantined(String reason) implements Preparation {}
}
