package io.astrochrome.imaging.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.linear.SparePlanes;
import io.astrochrome.imaging.register.SimulatedSky.Exposure;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StarFinderTest {
    private static final int SIDE = 400;
    private static final double FWHM = 2.3548;
    private static final SkyBackground LEVEL = new SkyBackground(64, 1, 1, new float[] {800}, 800, 15);
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

    @Property(tries = 60)
    void aStarAloneIsWhereItIsBetweenThePixels(
            @ForAll @DoubleRange(min = 38, max = 42) double x,
            @ForAll @DoubleRange(min = 38, max = 42) double y,
            @ForAll @DoubleRange(min = 1, max = 4) double sigma) {
        List<Star> found = new StarFinder(5).find(stars(80, 80, new Bright(x, y, sigma, sigma, 0, 5000)));
        assertThat(found).hasSize(1);
        Star star = found.get(0);
        assertThat(star.x()).isCloseTo(x, within(0.01));
        assertThat(star.y()).isCloseTo(y, within(0.01));
        assertThat(star.width()).isCloseTo(FWHM * sigma, within(0.04 * FWHM * sigma));
        assertThat(star.flux()).isCloseTo(5000 * 2 * Math.PI * sigma * sigma, within(700 * sigma * sigma));
        assertThat(star.elongation()).isBetween(1.0, 1.03);
    }

    @ParameterizedTest(name = "turned by {0} degrees")
    @ValueSource(doubles = {0, 30, 45, 90, 120})
    void aTrailIsLongerThanWideWhateverItsDirection(double degrees) {
        Star trail = new StarFinder(5)
                .find(stars(80, 80, new Bright(40.2, 39.7, 3, 1.5, degrees, 5000)))
                .get(0);
        // The round window follows the trail's mean width, and leaves the square root of its two to one.
        assertThat(trail.elongation()).isCloseTo(Math.sqrt(2), within(0.01));
        assertThat(trail.x()).isCloseTo(40.2, within(0.03));
        assertThat(trail.y()).isCloseTo(39.7, within(0.03));
    }

    @Test
    void twoStarsSideBySideAreTwo() {
        List<Star> found = new StarFinder(9)
                .find(stars(80, 80, new Bright(35, 40, 1.5, 1.5, 0, 3000), new Bright(43, 40, 1.5, 1.5, 0, 2000)));
        assertThat(found).hasSize(2);
        assertThat(found.get(0).x()).isCloseTo(35, within(0.1));
        assertThat(found.get(1).x()).isCloseTo(43, within(0.1));
    }

    @Test
    void aSaturatedStarIsFoundOnceThoughNoiseGivesItManyPeaks() {
        Random random = new Random(12);
        LinearPlane plane = stars(100, 100, new Bright(50, 50, 5, 5, 0, 9000));
        for (int i = 0; i < plane.values().length; i++) {
            plane.values()[i] = (float) (Math.min(4000, plane.values()[i]) + 8 * random.nextGaussian());
        }
        List<Star> found = new StarFinder(50).find(plane);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).x()).isCloseTo(50, within(0.1));
        assertThat(found.get(0).y()).isCloseTo(50, within(0.1));
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"1, 1", "3, 3", "5, 200", "200, 5", "6, 6", "7, 7", "12, 12"})
    void aPlaneThatNoStarFitsIntoHasNone(int width, int height) {
        LinearPlane plane = stars(width, height, new Bright(width / 2.0, height / 2.0, 1.5, 1.5, 0, 5000));
        assertThat(new StarFinder(10).find(plane)).hasSizeLessThan(2);
        assertThat(new StarFinder(10).find(stars(width, height))).isEmpty();
    }

    @ParameterizedTest(name = "at {0}, {1}")
    @CsvSource({"0, 40", "2, 40", "77.5, 40", "79, 40", "40, 0", "40, 2", "40, 79", "1, 1", "79, 79"})
    void aStarThatTheEdgeCutsIsNone(double x, double y) {
        assertThat(new StarFinder(10).find(stars(80, 80, new Bright(x, y, 1.5, 1.5, 0, 5000))))
                .isEmpty();
    }

    @ParameterizedTest(name = "at {0}, {1}")
    @CsvSource({"7, 40", "72, 40", "40, 7", "40, 72", "7, 7", "72, 72", "40, 66", "40, 67", "40, 68"})
    void aStarInsideIsOneWhereverItIs(double x, double y) {
        List<Star> found = new StarFinder(10).find(stars(80, 80, new Bright(x, y, 1.5, 1.5, 0, 5000)));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).x()).isCloseTo(x, within(0.01));
        assertThat(found.get(0).y()).isCloseTo(y, within(0.01));
    }

    @Test
    void aHoleIsNoStar() {
        assertThat(new StarFinder(10).find(stars(80, 80, new Bright(40, 40, 2, 2, 0, -400))))
                .isEmpty();
    }

    @Test
    void aLineOfTwoHotPixelsIsNoStar() {
        LinearPlane plane = stars(80, 80);
        plane.values()[40 * 80 + 40] += 9000;
        plane.values()[40 * 80 + 41] += 9000;
        assertThat(new StarFinder(10).find(plane)).isEmpty();
    }

    @Test
    void whatIsMissingBesideAStarDoesNotMatter() {
        LinearPlane plane = stars(80, 80, new Bright(40, 40, 1.5, 1.5, 0, 5000));
        Arrays.fill(plane.values(), 48 * 80, 52 * 80, Float.NaN);
        Star star = new StarFinder(10).find(plane).get(0);
        assertThat(star.x()).isCloseTo(40, within(0.02));
        assertThat(star.y()).isCloseTo(40, within(0.02));
    }

    @Test
    void whatIsMuchWiderThanTheStarsIsSomethingElse() {
        Bright[] field = new Bright[10];
        for (int i = 0; i < 9; i++) {
            field[i] = new Bright(40 + 60 * (i % 3), 40 + 60 * Math.floorDiv(i, 3), 1.2, 1.2, 0, 4000);
        }
        field[9] = new Bright(70, 70, 4, 4, 0, 4000);
        LinearPlane plane = stars(200, 200, field);
        assertThat(new StarFinder(50).find(plane)).hasSize(9).allMatch(star -> star.width() < 4);
    }

    @Test
    void theBrightestComeFirstAndNoMoreThanAreWanted() {
        SimulatedSky sky = new SimulatedSky(2, 120, 380);
        LinearPlane plane = sky.expose(Exposure.of(SIDE, SIDE, CENTRE), 4);
        List<Star> all = new StarFinder(1000).find(plane);
        assertThat(all)
                .hasSizeGreaterThan(20)
                .isSortedAccordingTo(Comparator.comparingDouble(Star::flux).reversed());
        assertThat(new StarFinder(7).find(plane)).isEqualTo(all.subList(0, 7));
        assertThat(new StarFinder(0).find(plane)).isEmpty();
    }

    @Test
    void aPlaneMirroredHasItsStarsMirrored() {
        SimulatedSky sky = new SimulatedSky(2, 120, 380);
        LinearPlane plane = sky.expose(Exposure.of(384, 384, SimulatedSky.centred(384, 384, 1, 0, 0, 0)), 4);
        float[] flipped = new float[plane.values().length];
        for (int i = 0; i < flipped.length; i++) {
            flipped[i] = plane.at(383 - i % 384, Math.floorDiv(i, 384));
        }
        List<Star> stars = new StarFinder(20).find(plane, LEVEL);
        List<Star> mirrored = new StarFinder(20).find(new LinearPlane(384, 384, flipped), LEVEL);
        for (int i = 0; i < 20; i++) {
            assertThat(mirrored.get(i).x()).isCloseTo(383 - stars.get(i).x(), within(0.01));
            assertThat(mirrored.get(i).y()).isCloseTo(stars.get(i).y(), within(0.01));
            assertThat(mirrored.get(i).flux())
                    .isCloseTo(stars.get(i).flux(), within(0.001 * stars.get(i).flux()));
        }
    }

    @Test
    void leavesThePlaneAsItWasAndGivesWhatItBorrowedBack() {
        LinearPlane plane = stars(80, 80, new Bright(40, 40, 1.5, 1.5, 0, 5000));
        float[] before = plane.values().clone();
        SparePlanes spare = new SparePlanes();
        float[] lent = new float[80 * 80];
        spare.giveBack(new LinearPlane(80, 80, lent));
        List<Star> found = new StarFinder(10).find(plane, SkyBackground.of(plane), spare);
        assertThat(found).isEqualTo(new StarFinder(10).find(plane));
        assertThat(plane.values()).isEqualTo(before);
        assertThat(spare.take(80 * 80)).isSameAs(lent);
    }

    /** A Gaussian, turned by so many degrees. */
    private record Bright(double x, double y, double along, double across, double degrees, double height) {
        double at(double px, double py) {
            double cos = Math.cos(Math.toRadians(degrees));
            double sin = Math.sin(Math.toRadians(degrees));
            double u = (cos * (px - x) + sin * (py - y)) / along;
            double v = (cos * (py - y) - sin * (px - x)) / across;
            return height * Math.exp(-(u * u + v * v) / 2);
        }
    }

    /** A sky without noise but for a checker of one count, so that something is noise. */
    private static LinearPlane stars(int width, int height, Bright... stars) {
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            int x = i % width;
            int y = Math.floorDiv(i, width);
            values[i] = 800 + ((Math.floorDiv(x, 2) + y) % 2 == 0 ? 0.5f : -0.5f);
            for (Bright star : stars) {
                values[i] += (float) star.at(x, y);
            }
        }
        return new LinearPlane(width, height, values);
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
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
