package io.astrochrome.colorize.decision;

import io.astrochrome.model.ColourModel;

/** What became of a model that was to be loaded. */
sealed interface LoadOutcome {
    /** It may be trusted, and has coloured a first frame; whoever asked for it closes it. */
    record Loaded(ColourModel model) implements LoadOutcome {}

    /**
     * It must not be used.
     *
     * @param rule the check that it failed, such as {@code self-test}
     */
    record Refused(String rule, String reason) implements LoadOutcome {}
}
