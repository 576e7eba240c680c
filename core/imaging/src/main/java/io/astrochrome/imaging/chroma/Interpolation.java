package io.astrochrome.imaging.chroma;

/**
 * Where the samples of a long axis lie on a short one: between {@code index} and the next, {@code share} of the way. Pixel
 * centres are half a pixel from the edges on both; beyond the outermost centres the outermost value holds.
 */
record Interpolation(int[] index, float[] share) {
    static Interpolation of(int length, int shortLength) {
        int[] index = new int[length];
        float[] share = new float[length];
        for (int i = 0; i < length; i++) {
            double at = Math.max(0, Math.min(shortLength - 1.0, (i + 0.5) * shortLength / length - 0.5));
            index[i] = Math.min((int) at, Math.max(0, shortLength - 2));
            share[i] = (float) (at - index[i]);
        }
        return new Interpolation(index, share);
    }
}
