package io.astrochrome.events;

import io.astrochrome.tensors.TensorGrid;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A frame has been coloured by a model. The same frame and model give the same pictures, so that a repeated event is
 * recognised by the two ids.
 *
 * @param modelId SHA-256 of the model file, 64 lower-case hex digits
 * @param modelName for people
 * @param executionProvider of ONNX Runtime, such as {@code CPU} or {@code CUDA}
 * @param stageMillis time spent by step, such as {@code inference} or {@code compose}, in ms
 * @param palette what steered the colours: a palette's name, {@code target}, {@code look:} and a look's name, or
 *     {@code like:} and a frame's id; null where the model chose them by itself
 * @param a predicted a&#42;/110 on the geometry's grid, half precision; the array is shared
 * @param b as {@code a}
 * @param stack where the picture is of several exposures, of which {@code frame} is the newest one; else null
 */
public record FrameColorized(
        FrameIngested frame,
        TensorGrid geometry,
        StretchApplied stretch,
        String modelId,
        String modelName,
        String executionProvider,
        PictureReferences pictures,
        Map<String, Double> stageMillis,
        Instant colorizedAt,
        @Nullable String palette,
        short[] a,
        short[] b,
        @Nullable FrameStack stack) {
    public FrameColorized {
        Rules.present("frame", frame);
        Rules.present("geometry", geometry);
        Rules.present("stretch", stretch);
        Rules.sha256("modelId", modelId);
        Rules.notBlank("modelName", modelName);
        Rules.notBlank("executionProvider", executionProvider);
        Rules.present("pictures", pictures);
        stageMillis = stageMillis == null ? Map.of() : Map.copyOf(stageMillis);
        Rules.present("colorizedAt", colorizedAt);
        Rules.length("a", a, geometry.pixels());
        Rules.length("b", b, geometry.pixels());
    }

    /** As {@link LabTensor#pictureId}. */
    public String pictureId() {
        return FrameStack.pictureId(frame, stack);
    }

    /** A single exposure whose colours nothing steered. */
    public FrameColorized(
            FrameIngested frame,
            TensorGrid geometry,
            StretchApplied stretch,
            String modelId,
            String modelName,
            String executionProvider,
            PictureReferences pictures,
            Map<String, Double> stageMillis,
            Instant colorizedAt,
            short[] a,
            short[] b) {
        this(
                frame,
                geometry,
                stretch,
                modelId,
                modelName,
                executionProvider,
                pictures,
                stageMillis,
                colorizedAt,
                null,
                a,
                b,
                null);
    }
}
