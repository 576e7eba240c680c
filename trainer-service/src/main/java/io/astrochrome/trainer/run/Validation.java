package io.astrochrome.trainer.run;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabPlanes;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.imaging.palette.PaletteLayout;
import io.astrochrome.imaging.palette.PaletteTally;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TrainingPicture;
import io.astrochrome.trainer.evaluate.EvaluationCrop;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
        PaletteLayout layout = new PaletteLayout(paletteWidth);
        return unguided.withGuided(measure(predictor, crops -> palettes(crops, layout)));
    }

    private ValidationFigures measure(Predictor predictor, Function<List<NormalisedLab>, float[]> hints) {
        Sums sums = new Sums();
        for (int first = 0; first < pictures.size(); first += BATCH) {
            List<NormalisedLab> crops = pictures.subList(first, Math.min(first + BATCH, pictures.size())).stream()
                    .map(picture -> crop.of(picture.planes()))
                    .toList();
            float[] ab =
                    predictor.predict(lightness(crops), hints.apply(crops), crops.size(), crop.side(), crop.side());
            for (int i = 0; i < crops.size(); i++) {
                sums.add(crops.get(i), ab, i);
            }
        }
        return sums.figures(pictures.size());
    }

    private static float[] palettes(List<NormalisedLab> crops, PaletteLayout layout) {
        float[] palettes = new float[crops.size() * layout.width()];
        for (int i = 0; i < crops.size(); i++) {
            NormalisedLab picture = crops.get(i);
            PaletteTally tally = layout.tally();
            for (int at = 0; at < picture.l().length; at++) {
                tally.count(picture.l()[at], picture.a()[at], picture.b()[at]);
            }
            System.arraycopy(tally.vector(), 0, palettes, i * layout.width(), layout.width());
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

    /** What the figures are made of. */
    private static final class Sums {
        private double squared;
        private double greySquared;
        private double psnr;
        private double greyPsnr;
        private double chroma;
        private double trueChroma;

        void add(NormalisedLab truth, float[] ab, int index) {
            int pixels = truth.width() * truth.height();
            float[] a = Arrays.copyOfRange(ab, 2 * index * pixels, (2 * index + 1) * pixels);
            float[] b = Arrays.copyOfRange(ab, (2 * index + 1) * pixels, (2 * index + 2) * pixels);
            float[] lStar = LabScale.lStar(truth.l());
            float[][] rgb = rgb(truth, lStar, truth.a(), truth.b());
            double error = meanSquaredError(rgb, rgb(truth, lStar, a, b));
            double greyError = meanSquaredError(rgb, rgb(truth, lStar, new float[pixels], new float[pixels]));
            squared += error;
            greySquared += greyError;
            psnr += decibels(error);
            greyPsnr += decibels(greyError);
            chroma += meanChroma(a, b);
            trueChroma += meanChroma(truth.a(), truth.b());
        }

        private static float[][] rgb(NormalisedLab size, float[] lStar, float[] a, float[] b) {
            return LabPlanes.toSrgb(
                    new LabImage(size.width(), size.height(), lStar, LabScale.chroma(a), LabScale.chroma(b)));
        }

        private static double meanSquaredError(float[][] one, float[][] other) {
            double sum = 0;
            for (int c = 0; c < one.length; c++) {
                for (int i = 0; i < one[c].length; i++) {
                    double difference = one[c][i] - other[c][i];
                    sum += difference * difference;
                }
            }
            return sum / (3.0 * one[0].length);
        }

        private static double meanChroma(float[] a, float[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += Math.hypot(a[i], b[i]);
            }
            return sum / a.length;
        }

        /** Of RGB in [0, 1]; a picture without any error counts as 100 dB, so that means stay finite. */
        private static double decibels(double meanSquaredError) {
            return -10 * Math.log10(Math.max(1e-10, meanSquaredError));
        }

        ValidationFigures figures(int n) {
            return new ValidationFigures(
                    (psnr - greyPsnr) / n,
                    decibels(squared / n) - decibels(greySquared / n),
                    psnr / n,
                    decibels(squared / n),
                    trueChroma == 0 ? 0 : chroma / trueChroma,
                    Optional.empty());
        }
    }
}
