package io.astrochrome.imaging.compose;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabPlanes;
import io.astrochrome.imaging.color.Luminance16;
import io.astrochrome.imaging.filter.Role;
import io.astrochrome.imaging.stretch.StretchedFrame;
import java.util.Arrays;
import java.util.Optional;

/**
 * A picture of several filters' light.
 *
 * @param grey its lightness in full resolution, as a stretched frame of one plane
 * @param colour the measured colours on half of the resolution, with its lightness; a* and b* are 0 where nothing was
 *     measured
 * @param measured for each place of {@code colour} how far its colour was measured, from 0 to 1
 * @param hue a* and b* of a single line's own colour, which is physics and no measurement; empty where the light is of another
 *     kind or several were measured
 * @param formula what mixed the colours; empty where there was only one light
 * @param lightnessFrom which role the lightness is from; empty where it was made of the colours' light
 */
public record Composite(
        StretchedFrame grey,
        LabImage colour,
        float[] measured,
        Optional<LabImage> hue,
        Optional<Formula> formula,
        Optional<Role> lightnessFrom) {
    /** The lightness in full resolution. */
    public Luminance16 luminance() {
        return LabPlanes.luminanceOfGrey(grey.width(), grey.height(), grey.plane(0));
    }

    /** The share of the picture's light, above the sky's, whose colour was measured. */
    public double measuredShare() {
        double light = 0;
        double known = 0;
        float[] lStar = colour.lStar();
        double sky = median(lStar);
        for (int i = 0; i < lStar.length; i++) {
            double above = Math.max(0, lStar[i] - sky);
            light += above;
            known += above * measured[i];
        }
        return light == 0 ? 0 : known / light;
    }

    private static double median(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /**
     * The same with other colours where they were not measured.
     *
     * @param a as {@code colour}'s
     * @param b as {@code colour}'s
     */
    public Composite filledWith(float[] a, float[] b) {
        float[] mixedA = new float[a.length];
        float[] mixedB = new float[b.length];
        for (int i = 0; i < a.length; i++) {
            mixedA[i] = colour.a()[i] + (1 - measured[i]) * a[i];
            mixedB[i] = colour.b()[i] + (1 - measured[i]) * b[i];
        }
        return new Composite(grey, colour.withChroma(mixedA, mixedB), measured, hue, formula, lightnessFrom);
    }
}
