package io.astrochrome.trainer.network.layer;

/**
 * The largest value under a square window.
 *
 * @param kernel side of the window
 * @param stride step between windows
 * @param padding cells around the input that never are the largest; either even, or (0, 1): the last window may stick out
 */
public record MaxPool(int kernel, int stride, Padding padding) {
    /**
     * @throws IllegalArgumentException where the padding is neither even nor (0, 1)
     */
    public MaxPool {
        if (!padding.even() && !padding.equals(new Padding(0, 1))) {
            throw new IllegalArgumentException("a pool's padding is even or (0, 1), not " + padding);
        }
    }
}
