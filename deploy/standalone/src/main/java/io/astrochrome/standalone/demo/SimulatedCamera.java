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

    /** The same of a short exposure: what the gain brings to a full well is little light. */
    private static final double ELECTRONS_OF_A_SUB = 6_000;

    /** How much of a colour's light a filter of that colour lets through, beside an unfiltered sensor's response. */
    private static final double FILTERED = 0.4;

    /** How bright a satellite's trail is, as a part of the full well. */
    private static final double TRAIL = 0.15;

    private static final double TRAIL_WIDTH = 1.6;

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

    /**
     * Exposes a sub of a night through a filter.
     *
     * @return unsigned 16-bit samples, row by row from the top
     */
    short[] expose(SkyScene scene, Wheel filter, Pointing pointing, long seed) {
        var random = new SplittableRandom(seed);
        var samples = new short[width * height];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var light = filter.of(scene, pointing.sceneX(x, width, scene), pointing.sceneY(y, height, scene));
                var electrons = (SKY + WHITE * pointing.transparency() * light + pointing.trailAt(x, y, height))
                        * ELECTRONS_OF_A_SUB;
                var noise = random.nextGaussian() * Math.sqrt(electrons + READ_NOISE_ELECTRONS * READ_NOISE_ELECTRONS);
                var value = Math.round((electrons + noise) / ELECTRONS_OF_A_SUB * FULL_WELL);
                samples[y * width + x] = (short) Math.min(Math.max(value, 0), 65_535);
            }
        }
        return samples;
    }

    /** What is in the wheel. */
    enum Wheel {
        LUMINANCE("L", MONO_RESPONSE),
        RED("R", FILTERED, 0, 0),
        GREEN("G", 0, FILTERED, 0),
        BLUE("B", 0, 0, FILTERED);

        private final String label;
        private final double[] response;

        Wheel(String label, double... response) {
            this.label = label;
            this.response = response;
        }

        /** As FITS files say it. */
        String label() {
            return label;
        }

        private double of(SkyScene scene, double x, double y) {
            var light = 0.0;
            for (var channel = 0; channel < response.length; channel++) {
                light += response[channel] * scene.light(channel, x, y);
            }
            return light;
        }
    }

    /**
     * How an exposure lies.
     *
     * @param right how far the scene has moved to the right, in px of the sensor
     * @param down as {@code right}
     * @param flipped whether the mount has turned by 180 degrees, beyond the meridian
     * @param transparency how much of the light a cloud leaves
     * @param trail whether a satellite goes through
     */
    record Pointing(double right, double down, boolean flipped, double transparency, boolean trail) {
        /** The sensor sees so much of the scene, so that a dither does not leave it. */
        private static final double SEEN = 0.94;

        private double sceneX(int x, int width, SkyScene scene) {
            return of(x - right, width) * (scene.width() - 1);
        }

        private double sceneY(int y, int height, SkyScene scene) {
            return of(y - down, height) * (scene.height() - 1);
        }

        private double of(double place, int side) {
            var part = 0.5 + SEEN * (place / (side - 1) - 0.5);
            return flipped ? 1 - part : part;
        }

        private double trailAt(int x, int y, int height) {
            var off = y - (0.3 * height + 0.35 * x);
            return trail ? TRAIL * Math.exp(-off * off / (2 * TRAIL_WIDTH * TRAIL_WIDTH)) : 0;
        }
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
