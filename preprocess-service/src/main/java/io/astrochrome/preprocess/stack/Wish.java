package io.astrochrome.preprocess.stack;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.night.StackOrder;
import io.astrochrome.imaging.compose.Formula;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants a target's pictures to be coloured.
 *
 * @param formula how filters are mixed; empty for what shows most
 * @param palette what steers what no filter measured; null for what the frame asks for, or else the model's choice
 */
record Wish(Optional<Formula> formula, @Nullable String palette) {
    /** Nothing is wanted. */
    static final Wish NONE = new Wish(Optional.empty(), null);

    static Wish of(Optional<StackOrder> order) {
        return new Wish(
                order.map(StackOrder::formula).flatMap(Formula::named),
                order.map(StackOrder::palette).orElse(null));
    }

    /** The frame, asking for the palette that is wanted. */
    FrameIngested asked(FrameIngested frame) {
        return palette == null ? frame : frame.withPalette(palette);
    }
}
