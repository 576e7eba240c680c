package io.astrochrome.standalone.demo;

import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Objects;
import javax.imageio.ImageIO;

/**
 * What a camera looks at: a published colour picture, turned back from how it is shown to how light falls on a sensor.
 * Published pictures are stretched; the inverse of the midtone transfer takes that away again.
 */
public final class SkyScene {
    /** Midtones of the stretch that is taken away; typical of published nebula pictures. */
    private static final double MIDTONES = 0.03;

    private static final int CHANNELS = 3;

    private final int width;
    private final int height;
    private final float[][] light;

    private SkyScene(int width, int height, float[][] light) {
        this.width = width;
        this.height = height;
        this.light = light;
    }

    /** Reads a picture that ships with the demo. */
    public static SkyScene ofResource(String name) throws IOException {
        return of(picture(name));
    }

    static BufferedImage picture(String name) throws IOException {
        try (var in = SkyScene.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new FileNotFoundException("the demo's picture " + name + " is missing from the launcher's jar");
            }
            return Objects.requireNonNull(ImageIO.read(in), name);
        }
    }

    /** Turns a picture into a scene of the same size. */
    static SkyScene of(BufferedImage picture) {
        var width = picture.getWidth();
        var height = picture.getHeight();
        var light = new float[CHANNELS][width * height];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var rgb = picture.getRGB(x, y);
                for (var channel = 0; channel < CHANNELS; channel++) {
                    var shown = (rgb >> (16 - 8 * channel) & 0xFF) / 255.0;
                    light[channel][y * width + x] = (float) unstretched(shown);
                }
            }
        }
        return new SkyScene(width, height, light);
    }

    /** The midtone transfer with the complementary midtones is the inverse. */
    private static double unstretched(double shown) {
        var m = 1 - MIDTONES;
        return (m - 1) * shown / ((2 * m - 1) * shown - m);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Light in [0, 1] of a channel (0 red, 1 green, 2 blue) between pixels; the edge goes on outside. */
    double light(int channel, double x, double y) {
        var left = (int) Math.floor(x);
        var top = (int) Math.floor(y);
        var right = x - left;
        var below = y - top;
        return (1 - below) * ((1 - right) * at(channel, left, top) + right * at(channel, left + 1, top))
                + below * ((1 - right) * at(channel, left, top + 1) + right * at(channel, left + 1, top + 1));
    }

    private float at(int channel, int x, int y) {
        return light[channel][clamp(y, height) * width + clamp(x, width)];
    }

    private static int clamp(int index, int size) {
        return Math.min(Math.max(index, 0), size - 1);
    }
}
