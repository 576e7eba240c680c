package io.astrochrome.trainer.evaluate.perceptual;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabPlanes;
import io.astrochrome.tensors.Safetensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * LPIPS 0.1 on SqueezeNet 1.1 (Zhang et al. 2018, arXiv:1801.03924): weighted squared differences of unit-normalised
 * features at seven depths. In plain Java: what the engine's is held against.
 */
final class PlainLpips {
    private static final float[] SHIFT = {-.030f, -.088f, -.188f};
    private static final float[] SCALE = {.458f, .448f, .450f};
    private static final int[] FIRES = {3, 4, 6, 7, 9, 10, 11, 12};

    /** A pooling comes before these. */
    private static final List<Integer> POOLED = List.of(3, 6, 9);

    /** Features are compared after the first convolution and after these. */
    private static final List<Integer> TAPPED = List.of(4, 7, 9, 10, 11, 12);

    private static final double EPSILON = 1e-10;

    private final ConvolutionReluLayer first;
    private final List<FireLayer> fires;
    private final List<float[]> weights;

    private PlainLpips(ConvolutionReluLayer first, List<FireLayer> fires, List<float[]> weights) {
        this.first = first;
        this.fires = fires;
        this.weights = weights;
    }

    /** Reads the weights (safetensors, torchvision's names and {@code lin0} to {@code lin6}). */
    static PlainLpips load(Path file) throws IOException {
        Safetensors stored = Safetensors.read(file);
        List<FireLayer> fires = new ArrayList<>();
        for (int fire : FIRES) {
            fires.add(FireLayer.of(stored, "features." + fire));
        }
        List<float[]> weights = new ArrayList<>();
        for (int tap = 0; tap <= TAPPED.size(); tap++) {
            weights.add(stored.tensor("lin" + tap + ".weight").toFloats());
        }
        return new PlainLpips(ConvolutionReluLayer.of(stored, "features.0", 2, 0), fires, weights);
    }

    double between(LabImage truth, LabImage prediction) {
        List<FeatureMap> one = features(truth);
        List<FeatureMap> other = features(prediction);
        double distance = 0;
        for (int tap = 0; tap < one.size(); tap++) {
            distance += difference(one.get(tap), other.get(tap), weights.get(tap));
        }
        return distance;
    }

    private List<FeatureMap> features(LabImage image) {
        List<FeatureMap> taps = new ArrayList<>();
        FeatureMap features = first.apply(input(image));
        taps.add(features);
        for (int i = 0; i < FIRES.length; i++) {
            if (POOLED.contains(FIRES[i])) {
                features = features.maxPooled();
            }
            features = fires.get(i).apply(features);
            if (TAPPED.contains(FIRES[i])) {
                taps.add(features);
            }
        }
        return taps;
    }

    private static FeatureMap input(LabImage image) {
        float[][] rgb = LabPlanes.toSrgb(image);
        FeatureMap input = FeatureMap.ofSize(3, image.height(), image.width());
        for (int c = 0; c < rgb.length; c++) {
            for (int i = 0; i < rgb[c].length; i++) {
                input.values()[c * rgb[c].length + i] = (2 * rgb[c][i] - 1 - SHIFT[c]) / SCALE[c];
            }
        }
        return input;
    }

    private static double difference(FeatureMap one, FeatureMap other, float[] weights) {
        int pixels = one.pixels();
        double sum = 0;
        for (int i = 0; i < pixels; i++) {
            double oneNorm = norm(one, i) + EPSILON;
            double otherNorm = norm(other, i) + EPSILON;
            for (int c = 0; c < one.channels(); c++) {
                double d = one.values()[c * pixels + i] / oneNorm - other.values()[c * pixels + i] / otherNorm;
                sum += weights[c] * d * d;
            }
        }
        return sum / pixels;
    }

    private static double norm(FeatureMap map, int pixel) {
        double sum = 0;
        for (int c = 0; c < map.channels(); c++) {
            double value = map.values()[c * map.pixels() + pixel];
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
