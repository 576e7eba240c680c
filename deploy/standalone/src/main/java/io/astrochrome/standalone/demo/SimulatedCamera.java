package io.astrochrome.standalone.demo;

import java.util.SplittableRandom;

/**
 * A 16-bit camera in front of a scene: sky background, gain, shot and read noise. The same seed gives the same frame.
 *
 * @param width of the sensor in px; the scene fills it
 * @param mosaic whether the pixels carry red, green and blue filters in the order RGGB
 */
public record SimulatedCamera(int width, int height, boolean mosaic) {
    private static final double FULL_WELL = 65_535;

    /** Sky background of a suburban night, as a part of the full well. */
    private static final double SKY = 0.02;

    /** How bright the scene's white is, as a part of the full well above the sky. */
    private static final double WHITE = 0.75;

    /** Electrons of a full well; gives the shot noise. */
    private static final double ELECTRONS = 400_000;

    private static final double READ_NOISE_ELECTRONS = 6;

    /** Response of an unfiltered sensor to red, green and blue light: Rec. 709 would favour the eye, a sensor does not. */
    private static final double[] MONO_RESPONSE = {0.4, 0.35, 0.25};

    private static final int[][] RGGB = {{0, 1}, {1, 2}};

    public SimulatedCamera {
        if (width < 2 || height < 2) {
            throw new IllegalArgumentException("a sensor has 2 x 2 px or more, not " + width + " x " + height);
        }
    }

    /**
     * Exposes a frame.
     *
     * @param driftPixels how far the scene has moved since the first exposure, to the right and down
     * @return unsigned 16-bit samples, row by row from the top
     */
    public short[] expose(SkyScene scene, double driftPixels, long seed) {
        var random = new SplittableRandom(seed);
        var samples = new short[width * height];
        var scaleX = (double) scene.width() / width;
        var scaleY = (double) scene.height() / height;
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var light = light(scene, (x - driftPixels) * scaleX, (y - driftPixels) * scaleY, x, y);
                var electrons = (SKY + WHITE * light) * ELECTRONS;
                var noise = random.nextGaussian() * Math.sqrt(electrons + READ_NOISE_ELECTRONS * READ_NOISE_ELECTRONS);
                var value = Math.round((electrons + noise) / ELECTRONS * FULL_WELL);
                samples[y * width + x] = (short) Math.min(Math.max(value, 0), 65_535);
            }
        }
        return samples;
    }

    private double light(SkyScene scene, double sceneX, double sceneY, int x, int y) {
        if (mosaic) {
            return scene.light(RGGB[y & 1][x & 1], sceneX, sceneY);
        }
        var light = 0.0;
        for (var channel = 0; channel < MONO_RESPONSE.length; channel++) {
            light += MONO_RESPONSE[channel] * scene.light(channel, sceneX, sceneY);
        }
        return light;
    }
}
