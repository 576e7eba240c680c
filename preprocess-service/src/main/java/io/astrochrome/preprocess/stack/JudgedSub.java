package io.astrochrome.preprocess.stack;

import io.astrochrome.events.night.SubJudged;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What became of an exposure.
 *
 * @param composition makes the picture of its target's stacks as they are now, where one is to be shown; that takes longer than judging,
 *     and may be done while others are judged
 */
public record JudgedSub(SubJudged sub, Optional<Supplier<StackPicture>> composition) {
    /** The picture of its target's stacks, composed now, where one is to be shown. */
    public Optional<StackPicture> picture() {
        return composition.map(Supplier::get);
    }
}
