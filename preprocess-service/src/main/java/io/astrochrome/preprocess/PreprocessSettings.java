package io.astrochrome.preprocess;

import io.astrochrome.imaging.calibrate.Masters;
import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.decode.FileTrouble;
import io.astrochrome.imaging.decode.FolderFiles;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.filter.FilterNames;
import io.astrochrome.imaging.filter.FilterRole;
import io.astrochrome.imaging.prepare.TensorShape;
import io.astrochrome.imaging.stretch.Stretch;
import io.astrochrome.imaging.stretch.StretchChoice;
import io.astrochrome.preprocess.stack.StackSettings;
import io.astrochrome.tensors.TensorSides;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The service's checked settings. */
record PreprocessSettings(
        TensorShapes shapes, StretchChoice stretches, DecodeLimits limits, Duration stallAfter, Duration retryPause) {
    private static final Logger LOG = Logger.getLogger(PreprocessSettings.class);

    private static final String PREFIX = "astrochrome.preprocess.";

    /**
     * @throws IllegalArgumentException with the key and the rule, where a value cannot be used
     */
    static PreprocessSettings of(PreprocessConfig config, RecordBudget budget) {
        String live = PREFIX + "live-side";
        String training = PREFIX + "training-side";
        String validation = PREFIX + "validation-side";
        int validationSide = budget.require(validation, config.validationSide());
        if (!TensorSides.fits(validationSide)) {
            throw new IllegalArgumentException(
                    validation + " must be a multiple of " + TensorSides.MULTIPLE + ", not " + validationSide);
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

    /**
     * How exposures are stacked.
     *
     * @param decoder reads the masters
     * @param folder for stacks and masters
     * @throws IllegalArgumentException with the key and the rule, where a value cannot be used
     */
    static StackSettings stack(PreprocessConfig.Stack config, FrameDecoder decoder, Path folder) {
        return named("stack", () -> {
            Map<String, FilterRole> filters = new HashMap<>();
            config.filters()
                    .forEach((name, role) -> filters.put(
                            name,
                            FilterRole.labelled(role)
                                    .orElseThrow(() -> new IllegalArgumentException(
                                            "filters." + name + " must be a role such as L or Ha, not " + role))));
            FilterNames names = new FilterNames(filters);
            return new StackSettings(
                    config.enabled(),
                    config.side(),
                    names,
                    config.masters()
                            .map(masters -> masters(masters, decoder, names, folder))
                            .orElse(Masters.NONE),
                    config.rolesByName(),
                    config.pictureEvery(),
                    config.snapshotEvery(),
                    config.openNights(),
                    folder);
        });
    }

    private static Masters masters(Path from, FrameDecoder decoder, FilterNames names, Path folder) {
        try {
            Masters masters = Masters.read(FolderFiles.below(from), decoder, names, folder.resolve("masters"));
            masters.problems().forEach(problem -> LOG.warnf("masters: %s", problem));
            LOG.infof("masters in %s: %s", from, masters.contents());
            return masters;
        } catch (IOException e) {
            throw new IllegalArgumentException("masters: " + from + " cannot be read: " + FileTrouble.of(e), e);
        }
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
