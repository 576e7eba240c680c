package io.astrochrome.events;

import io.astrochrome.tensors.TensorGrid;
import java.time.Instant;

/**
 * What a model made of a frame without anybody being shown it: a challenger in the shadow of the champion, or a replay of
 * past frames. Never a result: it has no pictures in the store.
 *
 * @param modelId SHA-256 of the model file, 64 lower-case hex digits
 * @param modelName for people
 * @param occasion {@link #SHADOW}, or the name of the replay
 * @param a predicted a&#42;/110 on the geometry's grid, half precision; the array is shared
 * @param b as {@code a}
 */
public record FrameTrial(
        FrameIngested frame,
        TensorGrid geometry,
        String modelId,
        String modelName,
        String occasion,
        double inferenceMillis,
        Instant at,
        short[] a,
        short[] b) {
    /** The occasion of a challenger's trials. */
    public static final String SHADOW = "shadow";

    public FrameTrial {
        Rules.present("frame", frame);
        Rules.present("geometry", geometry);
        Rules.sha256("modelId", modelId);
        Rules.notBlank("modelName", modelName);
        Rules.notBlank("occasion", occasion);
        Rules.present("at", at);
        Rules.length("a", a, geometry.pixels());
        Rules.length("b", b, geometry.pixels());
    }
}
