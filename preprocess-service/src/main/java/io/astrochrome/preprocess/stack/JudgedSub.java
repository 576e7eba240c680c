package io.astrochrome.preprocess.stack;

import io.astrochrome.events.SubJudged;
import java.util.Optional;

/**
 * What became of an exposure.
 *
 * @param picture of its target's stacks, where one is to be shown now
 */
public record JudgedSub(SubJudged sub, Optional<StackPicture> picture) {}
