package io.astrochrome.imaging.color;

/**
 * Whole planes of encoded sRGB to CIELAB and back. Thread-safe. Agrees with {@link Cielab} within 0.0005 in L*, a*, b* and
 * within 0.00001 in RGB.
 */
public final class LabPlanes {
    private LabPlanes() {}

    /** CIELAB of encoded planes in [0, 1]. */
    public static LabImage fromSrgb(int width, int height, float[] red, float[] green, float[] blue) {
        int n = width * height;
        LabImage lab = new LabImage(width, height, new float[n], new float[n], new float[n]);
        float[] one = new float[3];
        for (int i = 0; i < n; i++) {
            Cielab.srgbToLab(red[i], green[i], blue[i], one);
            lab.lStar()[i] = one[0];
            lab.a()[i] = one[1];
            lab.b()[i] = one[2];
        }
        return lab;
    }

    /** L* of an encoded grey plane in [0, 1]; the picture has no chroma. */
    public static LabImage fromGrey(int width, int height, float[] grey) {
        float[] lStar = new float[width * height];
        for (int i = 0; i < lStar.length; i++) {
            lStar[i] = Cielab.srgbGreyToLstar(grey[i]);
        }
        return new LabImage(width, height, lStar, null, null);
    }

    /** The luminance of an encoded 16-bit grey plane. */
    public static Luminance16 luminanceOfGrey(int width, int height, short[] grey) {
        short[] samples = new short[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = LightnessTables.LIGHTNESS_OF_GREY[Short.toUnsignedInt(grey[i])];
        }
        return new Luminance16(width, height, samples);
    }

    /** The luminance of encoded 16-bit planes. */
    public static Luminance16 luminanceOf(int width, int height, short[] red, short[] green, short[] blue) {
        short[] samples = new short[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Luminance16.fromLstar(Cielab.lStar(
                    Short.toUnsignedInt(red[i]) / 65535.0,
                    Short.toUnsignedInt(green[i]) / 65535.0,
                    Short.toUnsignedInt(blue[i]) / 65535.0));
        }
        return new Luminance16(width, height, samples);
    }

    /** Encoded planes of a picture, clipped to [0, 1]: red, green, blue. A picture without chroma gives grey. */
    public static float[][] toSrgb(LabImage lab) {
        int n = lab.lStar().length;
        float[][] rgb = new float[3][n];
        float[] one = new float[3];
        for (int i = 0; i < n; i++) {
            Cielab.labToSrgb(lab.lStar()[i], lab.hasColour() ? lab.a()[i] : 0, lab.hasColour() ? lab.b()[i] : 0, one);
            for (int c = 0; c < 3; c++) {
                rgb[c][i] = Math.max(0, Math.min(1, one[c]));
            }
        }
        return rgb;
    }
}
