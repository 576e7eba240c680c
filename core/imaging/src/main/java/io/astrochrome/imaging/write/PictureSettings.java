package io.astrochrome.imaging.write;

/**
 * How pictures are written.
 *
 * @param previewSide the preview's longest side in px
 * @param previewQuality JPEG quality in (0, 1]
 * @param deflateLevel of the PNG, 1 (fast) to 9 (small)
 * @param threads how many compress
 */
public record PictureSettings(int previewSide, float previewQuality, int deflateLevel, int threads) {
    /** A preview of 2048 px, fast compression, two threads. */
    public static final PictureSettings DEFAULT = new PictureSettings(2048, 0.9f, 1, 2);

    private static final int MOST_THREADS = 64;

    public PictureSettings {
        within("previewSide", previewSide, 16, 65500);
        within("deflateLevel", deflateLevel, 1, 9);
        within("threads", threads, 1, MOST_THREADS);
        if (!(previewQuality > 0 && previewQuality <= 1)) {
            throw new IllegalArgumentException("previewQuality must be in (0, 1], not " + previewQuality);
        }
    }

    /** The same, compressed by so many threads, or as many as are of use. */
    public PictureSettings withThreads(int others) {
        return new PictureSettings(previewSide, previewQuality, deflateLevel, Math.min(others, MOST_THREADS));
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be between " + least + " and " + most + ", not " + value);
        }
    }
}
