package io.astrochrome.colorize.inference;

import io.astrochrome.events.FrameTrial;
import io.astrochrome.events.LabTensor;
import io.astrochrome.tensors.HalfFloat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A frame with the network's colours.
 *
 * @param a predicted a&#42;/110 on the tensor's grid
 * @param b as {@code a}
 * @param palette what steered the colours; null where nothing did
 * @param inferenceMillis its share of the batch
 */
public record ColouredFrame(
        LabTensor tensor,
        String modelId,
        String modelName,
        String executionProvider,
        @Nullable String palette,
        float[] a,
        float[] b,
        double inferenceMillis) {
    /** The same in other colours. */
    ColouredFrame withChroma(float[] otherA, float[] otherB) {
        return new ColouredFrame(
                tensor, modelId, modelName, executionProvider, palette, otherA, otherB, inferenceMillis);
    }

    /**
     * As an event that nobody is shown.
     *
     * @param occasion {@link FrameTrial#SHADOW}, or the name of a replay
     */
    public FrameTrial trial(String occasion) {
        return new FrameTrial(
                tensor.frame(),
                tensor.geometry(),
                modelId,
                modelName,
                occasion,
                inferenceMillis,
                Instant.now(),
                HalfFloat.fromFloats(a),
                HalfFloat.fromFloats(b));
    }
}
