package io.astrochrome.imaging.decode;

/**
 * How much a file may ask for.
 *
 * @param maxBytes size of the file
 * @param maxPixels width times height
 * @param maxMemoryBytes heap that decoding may take at its peak, the decoded frame included
 */
public record DecodeLimits(long maxBytes, long maxPixels, long maxMemoryBytes) {
    /** A gibibyte, 120 megapixels, and three quarters of the heap. */
    public static final DecodeLimits DEFAULT = new DecodeLimits(1L << 30, 120_000_000L);

    public DecodeLimits {
        positive("maxBytes", maxBytes);
        positive("maxPixels", maxPixels);
        positive("maxMemoryBytes", maxMemoryBytes);
    }

    /** These limits, and three quarters of the heap. */
    public DecodeLimits(long maxBytes, long maxPixels) {
        this(maxBytes, maxPixels, Runtime.getRuntime().maxMemory() / 4 * 3);
    }

    private static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive, not " + value);
        }
    }
}
