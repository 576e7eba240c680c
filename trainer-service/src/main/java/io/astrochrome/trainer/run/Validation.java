package io.astrochrome.trainer.run;

import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.imaging.quality.GainOverGrey;
import io.astrochrome.imaging.quality.GainSummary;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TrainingPicture;
import io.astrochrome.trainer.evaluate.EvaluationCrop;
import io.astrochrome.trainer.evaluate.predict.PaletteHints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Measures a network on the validation split's centre crops. The same network gives the same figures. */
final class Validation {
    private static final int BATCH = 8;

    private final List<TrainingPicture> pictures;
    private final EvaluationCrop crop;

    Validation(PictureSet set, int side) {
        this.pictures = set.pictures();
        this.crop = new EvaluationCrop(side);
    }

    boolean possible() {
        return !pictures.isEmpty();
    }

    /** The figures of a network whose palettes have that length, 0 for one without: unguided, then by own palettes. */
    ValidationFigures measure(Predictor predictor, int paletteWidth) {
        ValidationFigures unguided = measure(predictor, crops -> new float[crops.size() * paletteWidth]);
        if (paletteWidth == 0) {
            return unguided;
        }
        return unguided.withGuided(measure(predictor, crops -> palettes(crops, paletteWidth)));
    }

    private ValidationFigures measure(Predictor predictor, Function<List<NormalisedLab>, float[]> hints) {
        List<GainOverGrey> gains = new ArrayList<>();
        for (int first = 0; first < pictures.size(); first += BATCH) {
            List<NormalisedLab> crops = pictures.subList(first, Math.min(first + BATCH, pictures.size())).stream()
                    .map(picture -> crop.of(picture.planes()))
                    .toList();
            float[] ab =
                    predictor.predict(lightness(crops), hints.apply(crops), crops.size(), crop.side(), crop.side());
            for (int i = 0; i < crops.size(); i++) {
                gains.add(gain(crops.get(i), ab, i));
            }
        }
        return ValidationFigures.of(GainSummary.of(gains));
    }

    private static float[] palettes(List<NormalisedLab> crops, int width) {
        float[] palettes = new float[crops.size() * width];
        for (int i = 0; i < crops.size(); i++) {
            System.arraycopy(PaletteHints.of(crops.get(i), width), 0, palettes, i * width, width);
        }
        return palettes;
    }

    private float[] lightness(List<NormalisedLab> crops) {
        int pixels = crop.side() * crop.side();
        float[] l = new float[crops.size() * pixels];
        for (int i = 0; i < crops.size(); i++) {
            System.arraycopy(crops.get(i).l(), 0, l, i * pixels, pixels);
        }
        return l;
    }

    /** Predicts normalised ab [n,2,h,w] of lightness [n,1,h,w], steered by palettes [n,K]. */
    @FunctionalInterface
    interface Predictor {
        float[] predict(float[] l, float[] palette, int n, int h, int w);
    }

    private static GainOverGrey gain(NormalisedLab truth, float[] ab, int index) {
        int pixels = truth.width() * truth.height();
        return GainOverGrey.of(
                truth.picture(),
                LabScale.chroma(Arrays.copyOfRange(ab, 2 * index * pixels, (2 * index + 1) * pixels)),
                LabScale.chroma(Arrays.copyOfRange(ab, (2 * index + 1) * pixels, (2 * index + 2) * pixels)));
    }
}
