package io.astrochrome.imaging.chroma;

/** Means over square windows of a plane; at the edges over what of the window lies inside. */
public record BoxMean(int width, int height, int radius) {
    /** The means of a plane of that size, newly allocated. */
    public float[] of(float[] plane) {
        float[] across = new float[plane.length];
        double[] shares = shares(width);
        for (int y = 0; y < height; y++) {
            across(plane, across, y * width, shares);
        }
        return down(across);
    }

    private void across(float[] from, float[] to, int start, double[] shares) {
        double sum = 0;
        for (int x = 0; x < Math.min(radius, width); x++) {
            sum += from[start + x];
        }
        for (int x = 0; x < width; x++) {
            if (x + radius < width) {
                sum += from[start + x + radius];
            }
            if (x - radius - 1 >= 0) {
                sum -= from[start + x - radius - 1];
            }
            to[start + x] = (float) (sum * shares[x]);
        }
    }

    /** All columns side by side, row by row, as they lie in memory. */
    private float[] down(float[] from) {
        float[] result = new float[from.length];
        double[] shares = shares(height);
        double[] sums = new double[width];
        for (int y = -radius; y < height; y++) {
            if (y + radius < height) {
                add(sums, from, (y + radius) * width, 1);
            }
            if (y - radius - 1 >= 0) {
                add(sums, from, (y - radius - 1) * width, -1);
            }
            if (y >= 0) {
                for (int x = 0; x < width; x++) {
                    result[y * width + x] = (float) (sums[x] * shares[y]);
                }
            }
        }
        return result;
    }

    private static void add(double[] sums, float[] from, int start, int sign) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += sign * from[start + x];
        }
    }

    /** One over the number of the window's places that lie inside, by its centre. */
    private double[] shares(int length) {
        double[] shares = new double[length];
        for (int i = 0; i < length; i++) {
            shares[i] = 1.0 / (Math.min(length - 1, i + radius) - Math.max(0, i - radius) + 1);
        }
        return shares;
    }
}
