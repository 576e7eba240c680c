package io.astrochrome.imaging.chroma;

/** The least and the greatest value in the square window around each pixel; found across, then down. */
record LocalRange(float[] least, float[] greatest) {
    static LocalRange of(float[] plane, int width, int height, int radius) {
        float[] leastAcross = new float[plane.length];
        float[] greatestAcross = new float[plane.length];
        for (int y = 0; y < height; y++) {
            int start = y * width;
            for (int x = 0; x < width; x++) {
                float low = plane[start + x];
                float high = low;
                for (int u = Math.max(0, x - radius); u <= Math.min(width - 1, x + radius); u++) {
                    low = Math.min(low, plane[start + u]);
                    high = Math.max(high, plane[start + u]);
                }
                leastAcross[start + x] = low;
                greatestAcross[start + x] = high;
            }
        }
        float[] least = leastAcross.clone();
        float[] greatest = greatestAcross.clone();
        for (int y = 0; y < height; y++) {
            for (int v = Math.max(0, y - radius); v <= Math.min(height - 1, y + radius); v++) {
                for (int x = 0; x < width; x++) {
                    int at = y * width + x;
                    least[at] = Math.min(least[at], leastAcross[v * width + x]);
                    greatest[at] = Math.max(greatest[at], greatestAcross[v * width + x]);
                }
            }
        }
        return new LocalRange(least, greatest);
    }
}
