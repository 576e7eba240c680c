package io.astrochrome.preprocess;

import io.astrochrome.events.LabTensor;
import java.util.Optional;
import java.util.function.Supplier;

/** What became of a frame. */
sealed interface Preparation {
    /**
     * It can be looked at, or is in a stack that can.
     *
     * @param tensor what is to be coloured; empty where a picture of its target's stacks shows it, or it is not to be seen
     * @param picture makes the tensor of its target's stacks, which takes as long as several exposures; empty where none is to be shown now
     * @param large whether the picture takes so much memory that nothing else should be at work
     */
    record Prepared(Optional<LabTensor> tensor, Optional<Supplier<LabTensor>> picture, boolean large)
            implements Preparation {}

    /**
     * It cannot, and never will.
     *
     * @param reason a sentence that names the file and the rule that it broke
     */
    record Quarantined(String reason) implements Preparation {}
}
