package io.astrochrome.trainer.export;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a generator is written as ONNX.
 *
 * @param averaged the exponential moving average's values rather than the last step's
 * @param halfWeights weights as fp16, cast to fp32 when the model runs: half the file, about 1e-3 off the fp32 model
 * @param probe real lightness to check the exported model on, or null for the last batch that was trained on
 */
public record ExportOptions(
        boolean averaged, boolean halfWeights, @Nullable Probe probe) {
    /** The moving average's values as fp32, checked on the last batch. */
    public static ExportOptions standard() {
        return new ExportOptions(true, false, null);
    }

    /** The lightness to check on, where one was given. */
    public Optional<Probe> chosenProbe() {
        return Optional.ofNullable(probe);
    }
}
