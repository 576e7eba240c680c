package io.astrochrome.imaging.stretch;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.samples.FloatSamples;
import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well a curve that was fitted to another frame suits this one, beside the curve that the same stretch would fit to it.
 * Of the channels, the one that is worst. Looks at some sixteen thousand pixels, missing ones (exactly 0) left out, so
 * that it may be asked of every frame.
 *
 * @param backgroundShift the background (median) that the curve makes less what the frame's own would make, in [-1, 1]
 * @param contrast the background's spread that the curve makes over what the frame's own would make; above 0
 */
public record StretchFitness(double backgroundShift, double contrast) {
    /** With the usual background of 0.25, half the picture's range is then taken up by sky. */
    private static final double MOST_BRIGHTER = 0.25;

    /** With the usual background of 0.25, what is fainter than the sky's noise is then black. */
    private static final double MOST_DARKER = 0.15;

    /** Noise three times as strong, or faint nebulae a third as strong, is what an eye takes for another picture. */
    private static final double MOST_CONTRAST = 3;

    /** A median of so many is within a hundredth of the noise. */
    private static final int SAMPLED_PIXELS = 1 << 14;

    /** A step of the 8-bit preview: what is below it nobody sees, and two flat backgrounds are alike. */
    private static final double VISIBLE = 1 / 255.0;

    /** Of that curve, beside the one that the stretch fits to the frame. */
    public static StretchFitness of(StretchCurve kept, Stretch stretch, DecodedFrame frame) {
        DecodedFrame sample = sample(frame);
        StretchedFrame shown = kept.apply(sample);
        StretchedFrame own = stretch.fit(sample).apply(sample);
        StretchFitness worst = new StretchFitness(0, 1);
        for (int channel = 0; channel < sample.channels(); channel++) {
            Samples pixels = sample.plane(channel);
            StretchFitness fitness =
                    between(Background.of(shown.plane(channel), pixels), Background.of(own.plane(channel), pixels));
            worst = fitness.strain() > worst.strain() ? fitness : worst;
        }
        return worst;
    }

    private static StretchFitness between(Background shown, Background own) {
        return new StretchFitness(shown.median - own.median, (shown.deviation + VISIBLE) / (own.deviation + VISIBLE));
    }

    /** Whether the frame can be looked at with that curve. */
    public boolean isBearable() {
        return strain() <= 1;
    }

    /** How much of what can be borne is used up; above 1 it is too much. */
    private double strain() {
        double shift = backgroundShift > 0 ? backgroundShift / MOST_BRIGHTER : -backgroundShift / MOST_DARKER;
        return Math.max(shift, Math.abs(Math.log(contrast)) / Math.log(MOST_CONTRAST));
    }

    /** Every so manieth pixel of every so manieth row, so that a shape in the frame keeps its shape. */
    private static DecodedFrame sample(DecodedFrame frame) {
        int step = (int) Math.ceil(Math.sqrt(frame.pixels() / (double) SAMPLED_PIXELS));
        int width = (frame.width() + step - 1) / step;
        int height = (frame.height() + step - 1) / step;
        List<Samples> planes = new ArrayList<>();
        for (Samples plane : frame.planes()) {
            planes.add(sample(plane, frame.width(), step, width, height));
        }
        return new DecodedFrame(
                frame.mediaType(),
                width,
                height,
                frame.linear(),
                frame.levels(),
                planes,
                List.of(),
                frame.object(),
                frame.exposedAt());
    }

    /** As floats, which a curve goes through one by one; of 16-bit values it makes a table, larger than the sample. */
    private static Samples sample(Samples plane, int from, int step, int width, int height) {
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = plane.get(Math.floorDiv(i, width) * step * from + i % width * step);
        }
        return new FloatSamples(values);
    }

    /** Median and median absolute deviation of encoded values in [0, 1]; black counts. */
    private record Background(double median, double deviation) {
        static Background of(short[] encoded, Samples pixels) {
            int[] values = new int[encoded.length];
            int count = 0;
            for (int i = 0; i < encoded.length; i++) {
                if (pixels.get(i) > 0) {
                    values[count++] = encoded[i] & UnsignedShortSamples.MAX;
                }
            }
            int median = middle(values, count);
            for (int i = 0; i < count; i++) {
                values[i] = Math.abs(values[i] - median);
            }
            return new Background(
                    median / (double) UnsignedShortSamples.MAX,
                    middle(values, count) / (double) UnsignedShortSamples.MAX);
        }

        private static int middle(int[] values, int count) {
            if (count == 0) {
                return 0;
            }
            Arrays.sort(values, 0, count);
            return values[count / 2];
        }
    }
}
