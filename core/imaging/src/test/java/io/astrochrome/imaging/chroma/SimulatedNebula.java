package io.astrochrome.imaging.chroma;

import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * Pictures whose colours go with their lightness as those of nebulae do: gas that reddens where it is brighter, blue haze, dark
 * lanes with sharp rims, stars with white cores and coloured halos.
 */
public final class SimulatedNebula {
    private static final int SIDE = 384;
    private static final int STARS = 80;

    private SimulatedNebula() {}

    /** Another one for each seed. */
    public static BufferedImage picture(int seed) {
        Random random = new Random(seed);
        float[][] rgb = new float[3][SIDE * SIDE];
        float[] gas = clouds(random, 48);
        float[] haze = clouds(random, 96);
        float[] lanes = clouds(random, 64);
        for (int i = 0; i < SIDE * SIDE; i++) {
            double dust = 1 / (1 + Math.exp(-40 * (lanes[i] + 0.4)));
            double glow = Math.max(0, gas[i]) * dust;
            double blue = Math.max(0, haze[i]) * dust;
            rgb[0][i] = (float) (0.04 + 0.9 * glow + 0.15 * blue);
            rgb[1][i] = (float) (0.04 + 0.35 * glow * glow + 0.3 * blue);
            rgb[2][i] = (float) (0.05 + 0.3 * glow + 0.6 * blue);
        }
        for (int star = 0; star < STARS; star++) {
            add(rgb, random);
        }
        return image(rgb);
    }

    /** Waves of shorter and shorter length, in about [-1, 1]. */
    private static float[] clouds(Random random, int longest) {
        float[] clouds = new float[SIDE * SIDE];
        double strength = 0.5;
        for (double length = longest; length > 3; length /= 1.6) {
            for (int wave = 0; wave < 3; wave++) {
                double direction = Math.PI * random.nextDouble();
                double phase = 2 * Math.PI * random.nextDouble();
                double across = Math.cos(direction) * 2 * Math.PI / length;
                double down = Math.sin(direction) * 2 * Math.PI / length;
                for (int i = 0; i < clouds.length; i++) {
                    int row = i / SIDE;
                    clouds[i] += (float) (strength / 2 * Math.sin(across * (i % SIDE) + down * row + phase));
                }
            }
            strength /= 1.8;
        }
        return clouds;
    }

    private static void add(float[][] rgb, Random random) {
        int left = random.nextInt(SIDE - 13);
        int top = random.nextInt(SIDE - 13);
        double peak = 0.3 + 2 * random.nextDouble();
        double blueness = random.nextDouble();
        double[] tint = {1 - 0.5 * blueness, 0.8, 0.5 + 0.5 * blueness};
        for (int i = 0; i < 169; i++) {
            double distance = Math.hypot(i % 13 - 6, i / 13 - 6);
            int at = (top + i / 13) * SIDE + left + i % 13;
            for (int c = 0; c < rgb.length; c++) {
                rgb[c][at] += (float) (peak * tint[c] * Math.exp(-distance * distance / 4));
            }
        }
    }

    private static BufferedImage image(float[][] rgb) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < SIDE * SIDE; i++) {
            int pixel = 0;
            for (float[] plane : rgb) {
                pixel = pixel << 8 | Math.round(255 * Math.max(0, Math.min(1, plane[i])));
            }
            image.setRGB(i % SIDE, i / SIDE, pixel);
        }
        return image;
    }
}
