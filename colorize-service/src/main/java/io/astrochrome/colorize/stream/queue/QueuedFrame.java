package io.astrochrome.colorize.stream.queue;

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
public record QueuedFrame(Delivery delivery, LabTensor tensor, ChosenPalette palette, Optional<KeptPalette> learnt) {
    public String target() {
        return tensor.frame().target();
    }

    public String frameId() {
        return tensor.frame().frameId();
    }

    /** What a second record of it has too. */
    public String pictureId() {
        return tensor.pictureId();
    }

    /** Frames of the same shape go through the network together. */
    public Shape shape() {
        return new Shape(tensor.geometry().height(), tensor.geometry().width());
    }

    /** Of a tensor, in px. */
    public record Shape(int height, int width) {}
}
