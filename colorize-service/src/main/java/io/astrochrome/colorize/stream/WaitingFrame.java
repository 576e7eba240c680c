package io.astrochrome.colorize.stream;

import io.astrochrome.colorize.palette.ChosenPalette;
import io.astrochrome.colorize.palette.KeptPalette;
import io.astrochrome.events.LabTensor;
import java.util.Optional;

/**
 * A decoded frame that waits for the network.
 *
 * @param palette what is to steer it
 * @param learnt the colours that it brings for those of its target that follow
 */
record WaitingFrame(Arrival arrival, LabTensor tensor, ChosenPalette palette, Optional<KeptPalette> learnt) {
    String target() {
        return tensor.frame().target();
    }

    String frameId() {
        return tensor.frame().frameId();
    }

    /** Frames of the same shape go through the network together. */
    Shape shape() {
        return new Shape(tensor.geometry().height(), tensor.geometry().width());
    }

    /** Of a tensor, in px. */
    record Shape(int height, int width) {}
}
