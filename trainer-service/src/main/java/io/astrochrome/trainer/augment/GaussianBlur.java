package io.astrochrome.trainer.augment;

import io.astrochrome.trainer.data.NormalisedLab;

/** A separable Gaussian blur of all planes alike, as bad seeing gives; edges are mirrored. */
record GaussianBlur(double sigmaPixels) {
    private static final double NOT_WORTH_IT = 0.2;
    private static final double REACH_IN_SIGMAS = 3;

    void apply(NormalisedLab planes) {
        if (sigmaPixels < NOT_WORTH_IT) {
            return;
        }
        float[] kernel = kernel();
        apply(planes.l(), planes.width(), planes.height(), kernel);
        apply(planes.a(), planes.width(), planes.height(), kernel);
        apply(planes.b(), planes.width(), planes.height(), kernel);
    }

    private float[] kernel() {
        int reach = (int) Math.ceil(REACH_IN_SIGMAS * sigmaPixels);
        float[] kernel = new float[2 * reach + 1];
        float sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            double distance = (i - reach) / sigmaPixels;
            kernel[i] = (float) Math.exp(-distance * distance / 2);
            sum += kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return kernel;
    }

    private static void apply(float[] plane, int width, int height, float[] kernel) {
        float[] line = new float[Math.max(width, height)];
        for (int y = 0; y < height; y++) {
            line(plane, y * width, 1, width, kernel, line);
        }
        for (int x = 0; x < width; x++) {
            line(plane, x, width, height, kernel, line);
        }
    }

    private static void line(float[] plane, int start, int stride, int length, float[] kernel, float[] line) {
        int reach = kernel.length / 2;
        for (int i = 0; i < length; i++) {
            float sum = 0;
            for (int k = -reach; k <= reach; k++) {
                int from = i + k;
                int at = from < 0 || from >= length ? ViewGeometry.inside(from, length) : from;
                sum += kernel[k + reach] * plane[start + at * stride];
            }
            line[i] = sum;
        }
        for (int i = 0; i < length; i++) {
            plane[start + i * stride] = line[i];
        }
    }
}
