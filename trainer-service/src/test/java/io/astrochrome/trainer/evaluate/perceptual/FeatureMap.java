package io.astrochrome.trainer.evaluate.perceptual;

/** Activations [channels, height, width], row by row. The array is shared, not copied. */
record FeatureMap(int channels, int height, int width, float[] values) {
    static FeatureMap ofSize(int channels, int height, int width) {
        return new FeatureMap(channels, height, width, new float[channels * height * width]);
    }

    int pixels() {
        return height * width;
    }

    /** 3 x 3 maximum at every second place; windows that begin inside count, also where they end outside. */
    FeatureMap maxPooled() {
        int outHeight = (height - 3 + 1) / 2 + 1;
        int outWidth = (width - 3 + 1) / 2 + 1;
        FeatureMap pooled = ofSize(channels, outHeight, outWidth);
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < outHeight; y++) {
                for (int x = 0; x < outWidth; x++) {
                    pooled.values[(c * outHeight + y) * outWidth + x] = largest(c, 2 * y, 2 * x);
                }
            }
        }
        return pooled;
    }

    private float largest(int channel, int top, int left) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int y = top; y < Math.min(top + 3, height); y++) {
            for (int x = left; x < Math.min(left + 3, width); x++) {
                largest = Math.max(largest, values[(channel * height + y) * width + x]);
            }
        }
        return largest;
    }

    /** Both, channels one after the other. */
    FeatureMap joined(FeatureMap other) {
        FeatureMap joined = ofSize(channels + other.channels, height, width);
        System.arraycopy(values, 0, joined.values, 0, values.length);
        System.arraycopy(other.values, 0, joined.values, values.length, other.values.length);
        return joined;
    }
}
