package io.astrochrome.imaging.decode.samples;

/**
 * What a sample of 0 and one of 1 were in the file, so that frames of one sequence can be compared.
 *
 * @param black the file's (scaled) value that became 0
 * @param white the file's (scaled) value that became 1
 */
public record SampleLevels(double black, double white) {
    /** The file's own values run from 0 to 1. */
    public static final SampleLevels UNIT = new SampleLevels(0, 1);

    /** The file's own values run from 0 to 65535. */
    public static final SampleLevels SIXTEEN_BITS = new SampleLevels(0, 65535);

    public SampleLevels {
        if (!(white > black) || Double.isInfinite(white - black)) {
            throw new IllegalArgumentException("white must be above black, not " + white + " above " + black);
        }
    }

    /** What two samples, given on the scale from 0 to 1 and perhaps beyond, were in the file. */
    public SampleLevels between(double low, double high) {
        return new SampleLevels(black + low * (white - black), black + high * (white - black));
    }
}
