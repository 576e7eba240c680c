package io.astrochrome.colorize.stream;

import io.astrochrome.colorize.palette.Guidance;
import io.astrochrome.events.LabTensor;

/** A decoded frame that waits for the network. */
record WaitingFrame(Arrival arrival, LabTensor tensor, Guidance guidance) {
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
