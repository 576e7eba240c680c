package io.astrochrome.imaging.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkyPlaneTest {
    private static final double SIDE = 1000;
    private static final double NEAR = 1e-5;

    @Property(tries = 200)
    void isFoundAgain(
            @ForAll @DoubleRange(min = -5000, max = 5000) double level,
            @ForAll @DoubleRange(min = -2, max = 2) double slopeX,
            @ForAll @DoubleRange(min = -2, max = 2) double slopeY,
            @ForAll @IntRange(min = 4, max = 60) int count,
            @ForAll long seed) {
        SkyPlane truth = new SkyPlane(level, slopeX, slopeY);
        assertSame(SkyPlane.through(places(truth, count, 0, seed), count, 1), truth, NEAR);
    }

    @Test
    void isThatOfLeastSquaresWhereNothingIsFarOff() {
        double[][] places = places(new SkyPlane(500, 0.2, -0.1), 80, 0, 3);
        Random random = new Random(4);
        for (double[] place : places) {
            place[2] += 10 * (random.nextDouble() - 0.5); // evenly spread: none is 2.5 deviations off
        }
        SkyPlane fit = SkyPlane.through(places, places.length, 1);
        double least = squares(places, fit);
        for (double step : new double[] {-1e-3, 1e-3}) {
            assertThat(squares(places, new SkyPlane(fit.level() + step, fit.slopeX(), fit.slopeY())))
                    .isGreaterThan(least);
            assertThat(squares(places, new SkyPlane(fit.level(), fit.slopeX() + step, fit.slopeY())))
                    .isGreaterThan(least);
            assertThat(squares(places, new SkyPlane(fit.level(), fit.slopeX(), fit.slopeY() + step)))
                    .isGreaterThan(least);
        }
    }

    @ParameterizedTest(name = "{0} above or below")
    @ValueSource(doubles = {4000, -4000})
    void aFewFarOffDoNotCount(double off) {
        SkyPlane truth = new SkyPlane(500, 0.2, -0.1);
        double[][] places = places(truth, 100, 2, 5);
        for (int i = 0; i < 8; i++) {
            places[i * 11][2] += off;
        }
        assertSame(SkyPlane.through(places, places.length, 1), truth, 2);
    }

    @Test
    void nebulaeAboveItCountLessWhereThatIsSaid() {
        SkyPlane truth = new SkyPlane(500, 0, 0);
        double[][] places = places(truth, 200, 5, 6);
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            places[i][2] += 20 * random.nextDouble(); // a faint nebula over a third of the frame
        }
        double even = SkyPlane.through(places, places.length, 1).at(SIDE / 2, SIDE / 2);
        double low = SkyPlane.through(places, places.length, 0.3).at(SIDE / 2, SIDE / 2);
        assertThat(low).isLessThan(even - 1);
        assertThat(low).isCloseTo(500, within(3.0));
    }

    @Test
    void isLevelWherePlacesAreTooFewOrInARow() {
        SkyPlane truth = new SkyPlane(500, 1, 1);
        assertThat(SkyPlane.through(new double[0][3], 0, 1)).isEqualTo(new SkyPlane(0, 0, 0));
        double[][] one = {{3, 4, 70}};
        assertThat(SkyPlane.through(one, 1, 1)).isEqualTo(new SkyPlane(70, 0, 0));
        double[][] row = new double[9][];
        Arrays.setAll(row, i -> new double[] {10 * i, 5, truth.at(10 * i, 5)});
        SkyPlane level = SkyPlane.through(row, row.length, 1);
        assertThat(level.slopeX()).isZero();
        assertThat(level.slopeY()).isZero();
        assertThat(level.level()).isCloseTo(truth.at(40, 5), within(NEAR));
    }

    @Test
    void looksAtNoMoreThanTheFirstPlaces() {
        SkyPlane truth = new SkyPlane(500, 0.5, 0.25);
        double[][] places = places(truth, 40, 0, 8);
        for (int i = 20; i < 40; i++) {
            places[i][2] = -9000;
        }
        assertSame(SkyPlane.through(places, 20, 1), truth, NEAR);
    }

    private static double[][] places(SkyPlane truth, int count, double scatter, long seed) {
        Random random = new Random(seed);
        double[][] places = new double[count][];
        for (int i = 0; i < count; i++) {
            double x = SIDE * random.nextDouble();
            double y = SIDE * random.nextDouble();
            places[i] = new double[] {x, y, truth.at(x, y) + scatter * random.nextGaussian()};
        }
        return places;
    }

    private static double squares(double[][] places, SkyPlane plane) {
        return Arrays.stream(places)
                .mapToDouble(place -> Math.pow(place[2] - plane.at(place[0], place[1]), 2))
                .sum();
    }

    private static void assertSame(SkyPlane found, SkyPlane truth, double near) {
        for (double x : new double[] {0, SIDE}) {
            for (double y : new double[] {0, SIDE}) {
                assertThat(found.at(x, y)).isCloseTo(truth.at(x, y), within(near));
            }
        }
    }
}
