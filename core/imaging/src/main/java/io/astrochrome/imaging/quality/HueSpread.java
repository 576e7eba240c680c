package io.astrochrome.imaging.quality;

import io.astrochrome.imaging.color.LabImage;

/**
 * How far the hues of one picture are apart, 0 for a single hue to 1 for hues from all round: the circular variance
 * (Mardia and Jupp, "Directional Statistics", 2000) of hue over the pixels that have one.
 */
public final class HueSpread {
    /** Chroma from which on a colour is seen to have a hue, CIELAB units. */
    private static final double LEAST_CHROMA = 8;

    /** Part of a picture that must have hues before their spread means something. */
    private static final double LEAST_SHARE = 0.005;

    private HueSpread() {}

    /** The spread; 0 where hardly any pixel has a hue. */
    public static double of(LabImage picture) {
        double a = 0;
        double b = 0;
        int coloured = 0;
        int pixels = picture.lStar().length;
        for (int i = 0; picture.hasColour() && i < pixels; i++) {
            double chroma = Math.hypot(picture.requireA()[i], picture.requireB()[i]);
            if (chroma > LEAST_CHROMA) {
                a += picture.requireA()[i] / chroma;
                b += picture.requireB()[i] / chroma;
                coloured++;
            }
        }
        return coloured < LEAST_SHARE * pixels ? 0 : 1 - Math.hypot(a, b) / coloured;
    }
}
