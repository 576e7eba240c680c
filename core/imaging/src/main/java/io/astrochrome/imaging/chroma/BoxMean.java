package io.astrochrome.imaging.chroma;

/** Means over square windows of a plane; at the edges over what of the window lies inside. */
record BoxMean(int width, int height, int radius) {
    float[] of(float[] plane) {
        float[] across = new float[plane.length];
        for (int y = 0; y < height; y++) {
            run(plane, across, y * width, 1, width);
        }
        float[] result = new float[plane.length];
        for (int x = 0; x < width; x++) {
            run(across, result, x, width, height);
        }
        return result;
    }

    private void run(float[] from, float[] to, int start, int step, int length) {
        double sum = 0;
        for (int i = 0; i < Math.min(radius, length); i++) {
            sum += from[start + i * step];
        }
        for (int i = 0; i < length; i++) {
            if (i + radius < length) {
                sum += from[start + (i + radius) * step];
            }
            if (i - radius - 1 >= 0) {
                sum -= from[start + (i - radius - 1) * step];
            }
            int count = Math.min(length - 1, i + radius) - Math.max(0, i - radius) + 1;
            to[start + i * step] = (float) (sum / count);
        }
    }
}
