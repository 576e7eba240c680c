package io.astrochrome.imaging.register;

import io.astrochrome.imaging.linear.LinearPlane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A field of stars with known places, and exposures of it with known poses. */
public final class SimulatedSky {
    private final List<Star> stars = new ArrayList<>();
    private final double side;

    /** So many stars on a square of that side, of which a frame sees the middle. */
    public SimulatedSky(long seed, int count, double side) {
        this.side = side;
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            double flux = 1500 * Math.pow(1 - random.nextDouble(), -1 / 1.1); // counts fall as observed ones do
            stars.add(new Star(
                    (random.nextDouble() - 0.5) * side,
                    (random.nextDouble() - 0.5) * side,
                    Math.min(flux, 400_000),
                    0,
                    1));
        }
    }

    /** How an exposure is taken. */
    public record Exposure(
            int width,
            int height,
            Pose skyToFrame,
            double seeing,
            double background,
            double noise,
            double transparency) {
        public static Exposure of(int width, int height, Pose skyToFrame) {
            return new Exposure(width, height, skyToFrame, 2.6, 800, 15, 1);
        }

        public Exposure with(double otherSeeing, double otherBackground, double otherNoise, double otherTransparency) {
            return new Exposure(width, height, skyToFrame, otherSeeing, otherBackground, otherNoise, otherTransparency);
        }
    }

    /** The pose of a frame whose centre sees the sky's centre, shifted and turned. */
    public static Pose centred(int width, int height, double scale, double degrees, double dx, double dy) {
        return Pose.similarity(scale, Math.toRadians(degrees), 0, 0)
                .then(new Pose(1, 0, width / 2.0 + dx, 0, 1, height / 2.0 + dy));
    }

    /** The frame, with noise of that seed. */
    public LinearPlane expose(Exposure exposure, long seed) {
        Random random = new Random(seed);
        float[] values = new float[exposure.width * exposure.height];
        Arrays.fill(values, (float) exposure.background);
        double sigma = exposure.seeing / 2.3548;
        for (Star star : stars) {
            double x = exposure.skyToFrame.x(star.x(), star.y());
            double y = exposure.skyToFrame.y(star.x(), star.y());
            double amplitude = exposure.transparency * star.flux() / (2 * Math.PI * sigma * sigma);
            int reach = (int) Math.ceil(5 * sigma);
            for (int j = (int) y - reach; j <= (int) y + reach; j++) {
                for (int i = (int) x - reach; i <= (int) x + reach; i++) {
                    if (i >= 0 && j >= 0 && i < exposure.width && j < exposure.height) {
                        double r2 = (i - x) * (i - x) + (j - y) * (j - y);
                        values[j * exposure.width + i] += (float) (amplitude * Math.exp(-r2 / (2 * sigma * sigma)));
                    }
                }
            }
        }
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (exposure.noise * random.nextGaussian());
        }
        return new LinearPlane(exposure.width, exposure.height, values);
    }

    public List<Star> stars() {
        return stars;
    }

    public double side() {
        return side;
    }
}
