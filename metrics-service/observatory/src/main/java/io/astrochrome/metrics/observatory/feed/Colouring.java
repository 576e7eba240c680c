package io.astrochrome.metrics.observatory.feed;

import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameStack;
import io.astrochrome.events.PictureReferences;
import io.astrochrome.events.StretchApplied;
import io.astrochrome.tensors.TensorGrid;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a model made of a frame: a {@link FrameColorized} less its planes. */
public record Colouring(
        String modelId,
        String modelName,
        String executionProvider,
        TensorGrid geometry,
        StretchApplied stretch,
        Map<String, Double> stageMillis,
        PictureReferences pictures,
        Instant colorizedAt,
        @Nullable String palette,
        @Nullable FrameStack stack) {
    static Colouring of(FrameColorized colorized) {
        return new Colouring(
                colorized.modelId(),
                colorized.modelName(),
                colorized.executionProvider(),
                colorized.geometry(),
                colorized.stretch(),
                colorized.stageMillis(),
                colorized.pictures(),
                colorized.colorizedAt(),
                colorized.palette(),
                colorized.stack());
    }
}
