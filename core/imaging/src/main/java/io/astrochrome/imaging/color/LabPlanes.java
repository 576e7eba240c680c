package io.astrochrome.imaging.color;

import java.util.stream.IntStream;

/**
 * Whole planes of encoded sRGB to CIELAB and back, by tables. Agrees with {@link Cielab} within 0.001 in L*, a* and b* and
 * within 0.00001 in encoded RGB. RGB outside [0, 1] is clipped on both ways. Thread-safe.
 */
public final class LabPlanes {
    private static final float X_R = RgbMatrix.toXyz(0, 0);
    private static final float X_G = RgbMatrix.toXyz(0, 1);
    private static final float X_B = RgbMatrix.toXyz(0, 2);
    private static final float Y_R = RgbMatrix.toXyz(1, 0);
    private static final float Y_G = RgbMatrix.toXyz(1, 1);
    private static final float Y_B = RgbMatrix.toXyz(1, 2);
    private static final float Z_R = RgbMatrix.toXyz(2, 0);
    private static final float Z_G = RgbMatrix.toXyz(2, 1);
    private static final float Z_B = RgbMatrix.toXyz(2, 2);

    private LabPlanes() {}

    /** CIELAB of encoded planes in [0, 1]. */
    public static LabImage fromSrgb(int width, int height, float[] red, float[] green, float[] blue) {
        int n = width * height;
        LabImage lab = new LabImage(width, height, new float[n], new float[n], new float[n]);
        IntStream.range(0, height).parallel().forEach(row -> {
            for (int i = row * width; i < (row + 1) * width; i++) {
                float r = linear(red[i]);
                float g = linear(green[i]);
                float b = linear(blue[i]);
                float fx = Curves.F.at(X_R * r + X_G * g + X_B * b);
                float fy = Curves.F.at(Y_R * r + Y_G * g + Y_B * b);
                float fz = Curves.F.at(Z_R * r + Z_G * g + Z_B * b);
                lab.lStar()[i] = 116 * fy - 16;
                lab.requireA()[i] = 500 * (fx - fy);
                lab.requireB()[i] = 200 * (fy - fz);
            }
        });
        return lab;
    }

    /** L* of an encoded grey plane in [0, 1]; the picture has no chroma. */
    public static LabImage fromGrey(int width, int height, float[] grey) {
        float[] lStar = new float[width * height];
        for (int i = 0; i < lStar.length; i++) {
            lStar[i] = 116 * Curves.F.at(linear(grey[i])) - 16;
        }
        return new LabImage(width, height, lStar, null, null);
    }

    /** The luminance of an encoded 16-bit grey plane, exact. */
    public static Luminance16 luminanceOfGrey(int width, int height, short[] grey) {
        short[] samples = new short[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Curves.LIGHTNESS_OF_GREY[grey[i] & 0xffff];
        }
        return new Luminance16(width, height, samples);
    }

    /** The luminance of encoded 16-bit planes, within 0.6 of a step. */
    public static Luminance16 luminanceOf(int width, int height, short[] red, short[] green, short[] blue) {
        short[] samples = new short[width * height];
        for (int i = 0; i < samples.length; i++) {
            float y = Y_R * Curves.LINEAR_OF_16_BITS[red[i] & 0xffff]
                    + Y_G * Curves.LINEAR_OF_16_BITS[green[i] & 0xffff]
                    + Y_B * Curves.LINEAR_OF_16_BITS[blue[i] & 0xffff];
            float lightness = (116 * Curves.F.at(y) - 16) * (Luminance16.WHITE / 100f);
            samples[i] = (short) Math.min(Luminance16.WHITE, (int) (lightness + 0.5f));
        }
        return new Luminance16(width, height, samples);
    }

    /** Encoded planes of a picture, clipped to [0, 1]: red, green, blue. A picture without chroma gives grey. */
    public static float[][] toSrgb(LabImage lab) {
        int n = lab.lStar().length;
        float[][] rgb = new float[3][n];
        if (lab.hasColour()) {
            encode(lab.lStar(), lab.requireA(), lab.requireB(), rgb[0], rgb[1], rgb[2]);
        } else {
            encode(lab.lStar(), rgb[0]);
            System.arraycopy(rgb[0], 0, rgb[1], 0, n);
            System.arraycopy(rgb[0], 0, rgb[2], 0, n);
        }
        return rgb;
    }

    private static void encode(float[] lStar, float[] a, float[] b, float[] red, float[] green, float[] blue) {
        LinearLight light = new LinearLight();
        for (int from = 0; from < lStar.length; from += LinearLight.LENGTH) {
            int count = Math.min(LinearLight.LENGTH, lStar.length - from);
            for (int i = 0; i < count; i++) {
                light.fy[i] = (lStar[from + i] + 16) * (1 / 116f);
            }
            light.fill(a, b, from, count);
            encode(light.red, count, red, from);
            encode(light.green, count, green, from);
            encode(light.blue, count, blue, from);
        }
    }

    private static void encode(float[] linear, int count, float[] encoded, int from) {
        for (int i = 0; i < count; i++) {
            encoded[from + i] = encoded(linear[i]);
        }
    }

    private static void encode(float[] lStar, float[] grey) {
        for (int i = 0; i < lStar.length; i++) {
            grey[i] = encoded(Curves.inverseF((lStar[i] + 16) * (1 / 116f)));
        }
    }

    private static float encoded(float linear) {
        return clipped(Curves.ENCODED_16_BITS.at(linear) * (1f / Curves.WHITE));
    }

    private static float linear(float encoded) {
        return Curves.LINEAR.at(clipped(encoded));
    }

    private static float clipped(float value) {
        return Math.max(0, Math.min(1, value));
    }
}
