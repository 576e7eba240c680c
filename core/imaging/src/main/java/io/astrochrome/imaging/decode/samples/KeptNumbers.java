package io.astrochrome.imaging.decode.samples;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of more than 16 bits on their way to samples: kept as floats, prescaled as the first row wants that has enough of
 * them; rows before it, which hold next to nothing, are brought to the same scale. Not thread-safe.
 */
public final class KeptNumbers {
    private final float[][] planes;
    private Prescaling kept = Prescaling.NONE;
    private boolean told;

    /** For so many planes of so many numbers. */
    public KeptNumbers(int channels, int pixels) {
        planes = new float[channels][pixels];
    }

    /** Sees a row before its numbers are put. */
    public void begin(double[] row) {
        if (told || !Prescaling.isTold(row)) {
            return;
        }
        told = true;
        kept = Prescaling.of(row);
        if (!kept.equals(Prescaling.NONE)) {
            for (float[] plane : planes) {
                for (int i = 0; i < plane.length; i++) {
                    plane[i] = kept.keep(plane[i]);
                }
            }
        }
    }

    /** Takes one number. */
    public void put(int channel, int index, double number) {
        planes[channel][index] = kept.keep(number);
    }

    /**
     * Brings all to [0, 1]; nothing may be put after it.
     *
     * @param claimed the range that the file claims; null where it claims none
     * @return what became 0 and 1 in the file
     */
    public SampleLevels normalise(@Nullable SampleLevels claimed) {
        return FloatLevels.normalise(planes, kept, claimed);
    }

    /** The planes as samples, once they are normalised. */
    public List<Samples> samples() {
        List<Samples> samples = new ArrayList<>();
        for (float[] plane : planes) {
            samples.add(new FloatSamples(plane));
        }
        return samples;
    }
}
