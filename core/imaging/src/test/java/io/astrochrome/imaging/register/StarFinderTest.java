package io.astrochrome.imaging.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.register.SimulatedSky.Exposure;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StarFinderTest {
    private static final int SIDE = 400;
    private static final Pose CENTRE = SimulatedSky.centred(SIDE, SIDE, 1, 0, 0, 0);

    @ParameterizedTest(name = "seeing {0} px")
    @ValueSource(doubles = {1.7, 2.5, 4, 7})
    void measuresPlaceWidthAndFlux(double seeing) {
        SimulatedSky sky = new SimulatedSky(2, 120, 380);
        LinearPlane plane = sky.expose(Exposure.of(SIDE, SIDE, CENTRE).with(seeing, 800, 8, 1), 4);
        List<Star> found = new StarFinder(30).find(plane);
        assertThat(found).hasSizeGreaterThan(15);
        double[] distances = new double[found.size()];
        double[] fluxes = new double[found.size()];
        for (int i = 0; i < found.size(); i++) {
            Star star = found.get(i);
            Star truth = nearest(sky, star);
            distances[i] = Math.hypot(truth.x() + SIDE / 2.0 - star.x(), truth.y() + SIDE / 2.0 - star.y());
            fluxes[i] = star.flux() / truth.flux();
        }
        assertThat(median(distances)).isLessThan(0.08);
        assertThat(median(fluxes)).isCloseTo(1, within(0.08));
        assertThat(median(found.stream().mapToDouble(Star::width).toArray())).isCloseTo(seeing, within(0.12 * seeing));
        assertThat(median(found.stream().mapToDouble(Star::elongation).toArray()))
                .isLessThan(1.15);
    }

    @Test
    void takesNeitherHotPixelsNorNoiseNorANebulaForStars() {
        Random random = new Random(8);
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            double x = i % SIDE - 200;
            double y = Math.floorDiv(i, SIDE) - 200;
            values[i] = (float) (500 + 2000 * Math.exp(-(x * x + y * y) / 5000) + 10 * random.nextGaussian());
        }
        for (int i = 0; i < 300; i++) {
            values[random.nextInt(values.length)] = 60_000;
        }
        assertThat(new StarFinder(100).find(new LinearPlane(SIDE, SIDE, values)))
                .hasSizeLessThan(3);
    }

    @Test
    void theSkyIsFoundUnderGradientsAndStars() {
        SimulatedSky sky = new SimulatedSky(6, 300, 400);
        LinearPlane plane = sky.expose(Exposure.of(SIDE, SIDE, CENTRE).with(2.5, 900, 12, 1), 4);
        for (int i = 0; i < plane.values().length; i++) {
            plane.values()[i] += i % SIDE;
        }
        SkyBackground background = SkyBackground.of(plane);
        assertThat(background.noise()).isCloseTo(12, within(2.5));
        assertThat(background.at(100, 200)).isCloseTo(1000, within(8.0));
        assertThat(background.at(300, 50)).isCloseTo(1200, within(8.0));
    }

    private static Star nearest(SimulatedSky sky, Star star) {
        return sky.stars().stream()
                .min((a, b) -> Double.compare(distance(a, star), distance(b, star)))
                .orElseThrow();
    }

    private static double distance(Star truth, Star star) {
        return Math.hypot(truth.x() + SIDE / 2.0 - star.x(), truth.y() + SIDE / 2.0 - star.y());
    }

    private static double median(double[] values) {
        java.util.Arrays.sort(values);
        return values[values.length / 2];
    }
}
