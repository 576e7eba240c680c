package io.astrochrome.trainer.evaluate.perceptual;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabPlanes;
import io.astrochrome.trainer.objective.PerceptualDistance;
import java.nio.file.Path;
import java.util.List;

/**
 * LPIPS 0.1 on SqueezeNet 1.1 (Zhang et al. 2018, arXiv:1801.03924), as training takes it. The truth's features are worked
 * out once for all that is held against it. Thread-safe, one truth at a time. Owns native memory; whoever makes it closes it.
 */
public final class LpipsDistance implements PictureDistance {
    private final PerceptualDistance network;

    /**
     * Reads the weights (safetensors, torchvision's names and {@code lin0} to {@code lin6}).
     *
     * @throws io.astrochrome.trainer.weights.WeightsMismatchException where the file is not LPIPS's
     */
    public LpipsDistance(Path weights) {
        network = PerceptualDistance.read(weights);
    }

    @Override
    public synchronized double[] of(LabImage truth, List<LabImage> predictions) {
        float[] made = new float[predictions.size() * 3 * truth.width() * truth.height()];
        for (int i = 0; i < predictions.size(); i++) {
            copy(predictions.get(i), made, i);
        }
        float[] reference = new float[made.length / predictions.size()];
        copy(truth, reference, 0);
        return network.between(reference, made, predictions.size(), truth.height(), truth.width());
    }

    private static void copy(LabImage picture, float[] pictures, int place) {
        float[][] rgb = LabPlanes.toSrgb(picture);
        int pixels = rgb[0].length;
        for (int c = 0; c < rgb.length; c++) {
            System.arraycopy(rgb[c], 0, pictures, (place * rgb.length + c) * pixels, pixels);
        }
    }

    @Override
    public synchronized void close() {
        network.close();
    }
}
