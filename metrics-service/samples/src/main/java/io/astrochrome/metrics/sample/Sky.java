package io.astrochrome.metrics.sample;

import java.awt.image.BufferedImage;
import java.util.Random;

/** Pictures of made-up nebulae: noise in octaves for the clouds, points for the stars; the same seed, the same sky. */
final class Sky {
    private Sky() {}

    static BufferedImage picture(int width, int height, long seed) {
        Random random = new Random(seed);
        double[][] clouds = {
            octaves(width, height, random), octaves(width, height, random), octaves(width, height, random)
        };
        double[] hue = {0.5 + random.nextDouble(), 0.3 + 0.5 * random.nextDouble(), 0.5 + random.nextDouble()};
        double[] light = new double[width * height];
        for (int star = 0; star < width * height / 900; star++) {
            point(light, width, height, random);
        }
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < light.length; i++) {
            double depth = Math.pow(clouds[0][i], 2.2);
            int red = level(light[i] + hue[0] * depth * (0.4 + clouds[1][i]));
            int green = level(light[i] + hue[1] * depth * 0.6);
            int blue = level(light[i] + hue[2] * depth * (0.3 + clouds[2][i]));
            picture.setRGB(i % width, i / width, red << 16 | green << 8 | blue);
        }
        return picture;
    }

    private static int level(double value) {
        return (int) Math.round(255 * Math.min(1, Math.max(0.02, value)));
    }

    private static void point(double[] light, int width, int height, Random random) {
        double x = random.nextDouble() * width;
        double y = random.nextDouble() * height;
        double brightness = Math.pow(random.nextDouble(), 6) * 1.4 + 0.15;
        double sigma = 0.7 + brightness;
        for (int row = (int) Math.max(0, y - 5); row < Math.min(height, y + 6); row++) {
            for (int column = (int) Math.max(0, x - 5); column < Math.min(width, x + 6); column++) {
                double distance = Math.hypot(column - x, row - y) / sigma;
                light[row * width + column] += brightness * Math.exp(-distance * distance);
            }
        }
    }

    private static double[] octaves(int width, int height, Random random) {
        double[] sum = new double[width * height];
        double weight = 0.5;
        for (int cells = 3; cells <= 48; cells *= 2, weight /= 2) {
            double[][] lattice = new double[cells + 2][cells + 2];
            for (double[] row : lattice) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = random.nextDouble();
                }
            }
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double column = x * (double) cells / width;
                    double row = y * (double) cells / height;
                    sum[y * width + x] += weight * value(lattice, column, row);
                }
            }
        }
        return sum;
    }

    private static double value(double[][] lattice, double x, double y) {
        int column = (int) x;
        int row = (int) y;
        double u = smooth(x - column);
        double v = smooth(y - row);
        double top = lattice[row][column] * (1 - u) + lattice[row][column + 1] * u;
        double bottom = lattice[row + 1][column] * (1 - u) + lattice[row + 1][column + 1] * u;
        return top * (1 - v) + bottom * v;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }
}
