package io.astrochrome.metrics.scoring;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.FrameTrial;
import io.astrochrome.events.Topics;
import io.astrochrome.tensors.TensorGrid;

/**
 * What a model made of a frame, shown or unseen: both are scored alike.
 *
 * @param a predicted a&#42;/110 on the grid, half precision
 * @param b as {@code a}
 */
record Colours(FrameIngested frame, TensorGrid geometry, String modelId, short[] a, short[] b) {
    static Colours of(FrameColorized colorized) {
        return new Colours(colorized.frame(), colorized.geometry(), colorized.modelId(), colorized.a(), colorized.b());
    }

    static Colours of(FrameTrial trial) {
        return new Colours(trial.frame(), trial.geometry(), trial.modelId(), trial.a(), trial.b());
    }

    /** Of a record of that topic. */
    static Colours read(String topic, byte[] value) throws EventFormatException {
        return topic.equals(Topics.COLORIZED_SHADOW)
                ? of(EventCodec.frameTrial(value))
                : of(EventCodec.frameColorized(value));
    }

    String frameId() {
        return frame.frameId();
    }
}
