package io.astrochrome.trainer.evaluate.perceptual;

import io.astrochrome.imaging.color.LabImage;
import java.util.Arrays;
import java.util.List;

/** How different pictures look from the true one: LPIPS where its weights are given. Implementations are thread-safe. */
public interface PictureDistance extends AutoCloseable {
    /** Not measured. */
    PictureDistance NONE = new PictureDistance() {
        @Override
        public double[] of(LabImage truth, List<LabImage> predictions) {
            double[] unknown = new double[predictions.size()];
            Arrays.fill(unknown, Double.NaN);
            return unknown;
        }

        @Override
        public void close() {}
    };

    /** Of each prediction, of the truth's size: 0 where it is the same; NaN where it is not measured. */
    double[] of(LabImage truth, List<LabImage> predictions);

    @Override
    void close();
}
