package io.astrochrome.colorize.composing;

import java.util.concurrent.Semaphore;

/**
 * Bounds what is composed side by side by its pixels, hence the disk and memory it takes. A frame larger than the bound is
 * composed alone. Fair: a large frame is not overtaken for ever. Thread-safe.
 */
public final class PixelPermits {
    /** Lets everything through. */
    static final PixelPermits UNBOUNDED = new PixelPermits(Integer.MAX_VALUE);

    private static final int PIXELS_PER_PERMIT = 1_000_000;

    private final Semaphore permits;
    private final int most;

    /** Lets so many millions of pixels through at a time. */
    public PixelPermits(int megapixels) {
        most = megapixels;
        permits = new Semaphore(megapixels, true);
    }

    /** Waits until the pixels fit; closing lets others in. */
    public Permit acquire(long pixels) throws InterruptedException {
        int wanted = (int) Math.min(most, 1 + (pixels - 1) / PIXELS_PER_PERMIT);
        permits.acquire(wanted);
        return () -> permits.release(wanted);
    }

    /** Held while a frame is composed. */
    @FunctionalInterface
    public interface Permit extends AutoCloseable {
        @Override
        void close();
    }
}
