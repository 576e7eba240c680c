package io.astrochrome.imaging.chroma;

/** The least and the greatest value in the square window around each pixel. */
record LocalRange(float[] least, float[] greatest) {
    static LocalRange of(float[] plane, int width, int height, int radius) {
        float[] least = new float[plane.length];
        float[] greatest = new float[plane.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float low = Float.POSITIVE_INFINITY;
                float high = Float.NEGATIVE_INFINITY;
                for (int v = Math.max(0, y - radius); v <= Math.min(height - 1, y + radius); v++) {
                    for (int u = Math.max(0, x - radius); u <= Math.min(width - 1, x + radius); u++) {
                        low = Math.min(low, plane[v * width + u]);
                        high = Math.max(high, plane[v * width + u]);
                    }
                }
                least[y * width + x] = low;
                greatest[y * width + x] = high;
            }
        }
        return new LocalRange(least, greatest);
    }
}
