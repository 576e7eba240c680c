package io.astrochrome.imaging.compose;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.Resampler;
import io.astrochrome.imaging.statistics.FloatOrder;

/**
 * The colours of a picture as far as they are known without a guess: measured through filters, or by physics the hue of a
 * line's light.
 *
 * @param colour with lightness, on a grid that may be coarser than the picture's; a* and b* are 0 where nothing is known and
 *     in part where they are known in part
 * @param measured for each place how far its colour was measured, from 0 to 1; the array is shared
 * @param physics the same for the colours of lines; never above what {@code measured} leaves
 */
public record KnownColours(LabImage colour, float[] measured, float[] physics) {
    /** Below it a rest is what rounding leaves. */
    private static final float NOTHING = 1e-3f;

    public KnownColours {
        if (measured.length != colour.lStar().length || physics.length != measured.length) {
            throw new IllegalArgumentException("what is known must be said for each place of the colours");
        }
    }

    /** The share of the picture's light, above the sky's, whose colour was measured, from 0 to 1. */
    public double measuredShare() {
        return share(measured);
    }

    /** The share of the picture's light whose colour is that of a line. */
    public double physicsShare() {
        return share(physics);
    }

    /** Whether any place is left to a guess. */
    public boolean isWhole() {
        for (int i = 0; i < measured.length; i++) {
            if (rest(i) > NOTHING) {
                return false;
            }
        }
        return true;
    }

    /**
     * The colours with others where none are known.
     *
     * @param a as {@code colour}'s
     * @param b as {@code colour}'s
     */
    public LabImage filledWith(float[] a, float[] b) {
        float[] mixedA = new float[a.length];
        float[] mixedB = new float[b.length];
        for (int i = 0; i < a.length; i++) {
            mixedA[i] = colour.requireA()[i] + rest(i) * a[i];
            mixedB[i] = colour.requireB()[i] + rest(i) * b[i];
        }
        return colour.withChroma(mixedA, mixedB);
    }

    /** The same with a guess of any size of the same picture. */
    public LabImage filledWith(LabImage guess) {
        int width = colour.width();
        int height = colour.height();
        return filledWith(
                Resampler.STANDARD.resize(guess.requireA(), guess.width(), guess.height(), width, height),
                Resampler.STANDARD.resize(guess.requireB(), guess.width(), guess.height(), width, height));
    }

    private float rest(int i) {
        return Math.max(0, 1 - measured[i] - physics[i]);
    }

    private double share(float[] known) {
        if (isNone(known)) {
            return 0;
        }
        float[] lStar = colour.lStar();
        double sky = FloatOrder.median(lStar);
        double light = 0;
        double part = 0;
        for (int i = 0; i < lStar.length; i++) {
            double above = Math.max(0, lStar[i] - sky);
            light += above;
            part += above * known[i];
        }
        return light == 0 ? 0 : Math.min(1, part / light);
    }

    private static boolean isNone(float[] known) {
        for (float part : known) {
            if (part != 0) {
                return false;
            }
        }
        return true;
    }
}
