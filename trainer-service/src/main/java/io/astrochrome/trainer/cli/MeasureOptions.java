package io.astrochrome.trainer.cli;

import io.astrochrome.events.Purpose;
import io.astrochrome.trainer.data.DataException;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.evaluate.Evaluation;
import io.astrochrome.trainer.evaluate.EvaluationCrop;
import io.astrochrome.trainer.evaluate.EvaluationReport;
import io.astrochrome.trainer.evaluate.perceptual.LpipsDistance;
import io.astrochrome.trainer.evaluate.perceptual.MobileNetFeatures;
import io.astrochrome.trainer.evaluate.perceptual.PictureDistance;
import io.astrochrome.trainer.evaluate.perceptual.PictureFeatures;
import io.astrochrome.trainer.evaluate.predict.ChromaPredictor;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On which pictures is measured, and by what beyond the errors. */
final class MeasureOptions {
    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            defaultValue = "validation",
            description = "train or validation (default: ${DEFAULT-VALUE})")
    private String split;

    @Option(
            names = "--side",
            paramLabel = "PX",
            defaultValue = "224",
            description = "side of the centre crops, a multiple of 32 (default: ${DEFAULT-VALUE})")
    private int side;

    @Option(
            names = "--lpips",
            paramLabel = "FILE",
            description = "LPIPS weights (squeeze, safetensors); without them LPIPS is not measured")
    private @Nullable Path lpips;

    @Option(
            names = "--mobilenet",
            paramLabel = "FILE",
            description = "MobileNetV2 weights (safetensors); without them the Frechet distance is not measured")
    private @Nullable Path mobileNet;

    EvaluationCrop crop() {
        return new EvaluationCrop(side);
    }

    /** The pictures of the split that is asked for. */
    PictureSet chosen(PictureSet pictures) throws DataException {
        PictureSet chosen = pictures.of(purpose());
        if (chosen.size() == 0) {
            throw new DataException("there are no pictures of the split " + split);
        }
        return chosen;
    }

    private Purpose purpose() {
        return switch (split.toLowerCase(Locale.ROOT)) {
            case "train" -> Purpose.TRAIN;
            case "validation" -> Purpose.VALIDATION;
            default -> throw new IllegalArgumentException("--split must be train or validation, not " + split);
        };
    }

    /**
     * Measures predictors on these pictures.
     *
     * @throws io.astrochrome.trainer.weights.WeightsMismatchException where a weight file is not what it should be
     */
    EvaluationReport measure(PictureSet measured, List<ChromaPredictor> predictors) {
        try (PictureDistance distance = lpips == null ? PictureDistance.NONE : new LpipsDistance(lpips);
                PictureFeatures features =
                        mobileNet == null ? PictureFeatures.NONE : new MobileNetFeatures(mobileNet)) {
            return new Evaluation(measured, crop(), distance, features).measure(predictors);
        }
    }
}
