package io.astrochrome.preprocess;

import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.prepare.TensorShape;
import io.astrochrome.imaging.stretch.Stretch;
import io.astrochrome.imaging.stretch.StretchChoice;
import java.time.Duration;
import java.util.function.Supplier;

/** The service's checked settings. */
record PreprocessSettings(
        TensorShapes shapes, StretchChoice stretches, DecodeLimits limits, Duration stallAfter, Duration retryPause) {
    private static final String PREFIX = "astrochrome.preprocess.";

    /**
     * @throws IllegalArgumentException with the key and the rule, where a value cannot be used
     */
    static PreprocessSettings of(PreprocessConfig config, RecordBudget budget) {
        String live = PREFIX + "live-side";
        String training = PREFIX + "training-side";
        String validation = PREFIX + "validation-side";
        int validationSide = budget.require(validation, config.validationSide());
        if (validationSide % RecordBudget.SIDE_MULTIPLE != 0) {
            throw new IllegalArgumentException(
                    validation + " must be a multiple of " + RecordBudget.SIDE_MULTIPLE + ", not " + validationSide);
        }
        return new PreprocessSettings(
                new TensorShapes(
                        budget.whole(live, config.liveSide()),
                        budget.whole(training, config.trainingSide()),
                        new TensorShape.CentreCrop(validationSide)),
                new StretchChoice(
                        named(
                                "stretch.grey",
                                () -> Stretch.named(config.stretch().grey())),
                        named(
                                "stretch.colour",
                                () -> Stretch.named(config.stretch().colour()))),
                named("limits", () -> limits(config.limits())),
                positive("stall-after", config.stallAfter()),
                positive("retry-pause", config.retryPause()));
    }

    private static DecodeLimits limits(PreprocessConfig.Limits limits) {
        return limits.maxMemoryBytes()
                .map(memory -> new DecodeLimits(limits.maxBytes(), limits.maxPixels(), memory))
                .orElseGet(() -> new DecodeLimits(limits.maxBytes(), limits.maxPixels()));
    }

    private static Duration positive(String key, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(PREFIX + key + " must be positive, not " + duration);
        }
        return duration;
    }

    private static <T> T named(String key, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(PREFIX + key + ": " + e.getMessage(), e);
        }
    }
}
