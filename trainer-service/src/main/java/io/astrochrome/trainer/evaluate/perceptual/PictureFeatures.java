package io.astrochrome.trainer.evaluate.perceptual;

import io.astrochrome.imaging.color.LabImage;

/** What a picture looks like to a network that knows many. Implementations are thread-safe. */
public interface PictureFeatures extends AutoCloseable {
    /** Not measured. */
    PictureFeatures NONE = new PictureFeatures() {
        @Override
        public double[] of(LabImage picture) {
            return new double[0];
        }

        @Override
        public void close() {}
    };

    /** Its features, as many for every picture; empty where they are not measured. */
    double[] of(LabImage picture);

    @Override
    void close();
}
