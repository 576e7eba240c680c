package io.astrochrome.bench.night;

import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.register.Pose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A piece of sky whose stars and clouds, and their colours, are known, and a camera in front of it. Places are in px of an
 * exposure that is neither shifted nor turned, from its middle. The same seeds give the same exposures.
 */
final class SimulatedField {
    /** Channels of light: red, green, blue, and all of it. */
    static final int LUMINANCE = 3;

    private static final double SKY = 900;
    private static final double STARS_PER_PIXEL = 0.0009;

    /** How star counts rise as their light falls. */
    private static final double COUNTS = 1 / 1.1;

    private static final double FAINTEST = 1800;
    private static final double BRIGHTEST = 400_000;
    private static final double FWHM = 2.3548;
    private static final int CLOUDS = 9;
    private static final double CLOUD_LIGHT = 420;
    private static final double TRAIL_LIGHT = 2500;

    private final int width;
    private final int height;
    private final List<Source> stars = new ArrayList<>();
    private final List<Source> clouds = new ArrayList<>();

    /** Light at a place: a star's whole light, a cloud's at its middle; sigma is a cloud's only. */
    private record Source(double x, double y, double light, double sigma, double[] colour) {
        double of(int channel) {
            return channel == LUMINANCE ? light * (colour[0] + colour[1] + colour[2]) / 3 : light * colour[channel];
        }
    }

    /**
     * How an exposure is taken.
     *
     * @param skyToFrame from the field's places to the frame's
     * @param seeing full width of a star at half of its height, in px of an exposure that is as large as the field
     * @param transparency how much of the light comes through
     * @param noise of a pixel; 0 for the ideal one
     * @param trail whether a satellite goes through
     * @param hits of cosmic rays
     */
    record Exposure(Pose skyToFrame, double seeing, double transparency, double noise, boolean trail, int hits) {
        /** As the ideal camera takes it. */
        Exposure ideal() {
            return new Exposure(skyToFrame, seeing, transparency, 0, false, 0);
        }
    }

    SimulatedField(int width, int height, long seed) {
        this.width = width;
        this.height = height;
        var random = new SplittableRandom(seed);
        var side = 1.5 * Math.hypot(width, height);
        for (var i = 0; i < STARS_PER_PIXEL * side * side; i++) {
            var light = Math.min(BRIGHTEST, FAINTEST * Math.pow(1 - random.nextDouble(), -COUNTS));
            stars.add(new Source(place(random, side), place(random, side), light, 0, starColour(random)));
        }
        for (var i = 0; i < CLOUDS; i++) {
            clouds.add(new Source(
                    0.6 * place(random, width),
                    0.6 * place(random, height),
                    CLOUD_LIGHT * (0.4 + random.nextDouble()),
                    (0.05 + 0.08 * random.nextDouble()) * Math.min(width, height),
                    cloudColour(random)));
        }
    }

    /** From the field to an exposure of it that is shifted by some px and turned. */
    Pose pose(double dx, double dy, double degrees) {
        return Pose.similarity(1, Math.toRadians(degrees), 0, 0)
                .then(new Pose(1, 0, width / 2.0 + dx, 0, 1, height / 2.0 + dy));
    }

    /** One channel's exposure. */
    LinearPlane expose(int channel, Exposure exposure, long seed) {
        var values = new float[width * height];
        Arrays.fill(values, (float) SKY);
        var toSky = exposure.skyToFrame.inverse();
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                values[y * width + x] += (float) (exposure.transparency * cloud(channel, toSky.x(x, y), toSky.y(x, y)));
            }
        }
        stars.forEach(star -> add(star, channel, exposure, values));
        var random = new SplittableRandom(seed);
        if (exposure.noise > 0) {
            for (var i = 0; i < values.length; i++) {
                values[i] += (float) (exposure.noise * random.nextGaussian());
            }
        }
        spoil(exposure, random, values);
        return new LinearPlane(width, height, values);
    }

    private double cloud(int channel, double x, double y) {
        var sum = 0.0;
        for (var cloud : clouds) {
            var r2 = ((x - cloud.x) * (x - cloud.x) + (y - cloud.y) * (y - cloud.y)) / (2 * cloud.sigma * cloud.sigma);
            sum += r2 < 12 ? cloud.of(channel) * Math.exp(-r2) : 0;
        }
        return sum;
    }

    private void add(Source star, int channel, Exposure exposure, float[] values) {
        var sigma = exposure.seeing / FWHM;
        var x = exposure.skyToFrame.x(star.x, star.y);
        var y = exposure.skyToFrame.y(star.x, star.y);
        var peak = exposure.transparency * star.of(channel) / (2 * Math.PI * sigma * sigma);
        var reach = (int) Math.ceil(5 * sigma);
        for (var j = Math.max(0, (int) y - reach); j <= Math.min(height - 1, (int) y + reach); j++) {
            for (var i = Math.max(0, (int) x - reach); i <= Math.min(width - 1, (int) x + reach); i++) {
                var r2 = (i - x) * (i - x) + (j - y) * (j - y);
                values[j * width + i] += (float) (peak * Math.exp(-r2 / (2 * sigma * sigma)));
            }
        }
    }

    private void spoil(Exposure exposure, SplittableRandom random, float[] values) {
        for (var hit = 0; hit < exposure.hits; hit++) {
            var at = random.nextInt(values.length - 3);
            for (var i = 0; i <= random.nextInt(3); i++) {
                values[at + i] += (float) (2000 + 20_000 * random.nextDouble());
            }
        }
        if (exposure.trail) {
            var from = random.nextDouble() * height;
            var slope = random.nextDouble() - 0.5;
            for (var i = 0; i < values.length; i++) {
                var off = Math.floorDiv(i, width) - from - slope * (i % width);
                values[i] += (float) (TRAIL_LIGHT * Math.exp(-off * off / 3));
            }
        }
    }

    private static double place(SplittableRandom random, double side) {
        return (random.nextDouble() - 0.5) * side;
    }

    private static double[] starColour(SplittableRandom random) {
        var warm = 0.35 * (random.nextDouble() - 0.5);
        return new double[] {1 + warm, 1, 1 - warm};
    }

    private static double[] cloudColour(SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> new double[] {1.5, 0.6, 0.9};
            case 1 -> new double[] {0.5, 1, 1.5};
            default -> new double[] {1.2, 1, 0.8};
        };
    }
}
