package io.astrochrome.imaging.register;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.register.PoseFit.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoseFitTest {
    private static final double SIDE = 900;
    private static final double NEAR = 1e-6;

    @Property(tries = 200)
    void aSimilarityIsFoundAgain(
            @ForAll @DoubleRange(min = 0.2, max = 5) double scale,
            @ForAll @DoubleRange(min = -180, max = 180) double degrees,
            @ForAll boolean mirrored,
            @ForAll @IntRange(min = 2, max = 30) int count,
            @ForAll long seed) {
        Pose truth = mirror(mirrored).then(Pose.similarity(scale, Math.toRadians(degrees), 31, -77));
        Pose found = requireNonNull(PoseFit.similarity(pairs(truth, count, 0, seed), mirrored));
        assertSame(found, truth);
        assertThat(found.isMirrored()).isEqualTo(mirrored);
    }

    @Property(tries = 200)
    void anAffineTransformIsFoundAgain(
            @ForAll @DoubleRange(min = 0.5, max = 2) double xx,
            @ForAll @DoubleRange(min = -0.4, max = 0.4) double xy,
            @ForAll @DoubleRange(min = -0.4, max = 0.4) double yx,
            @ForAll @DoubleRange(min = 0.5, max = 2) double yy,
            @ForAll @IntRange(min = 4, max = 30) int count,
            @ForAll long seed) {
        Pose truth = new Pose(xx, xy, 12, yx, yy, -400);
        assertSame(requireNonNull(PoseFit.affine(pairs(truth, count, 0, seed))), truth);
    }

    @ParameterizedTest(name = "mirrored: {0}")
    @ValueSource(booleans = {false, true})
    void noSimilarityNearbyIsBetter(boolean mirrored) {
        Pose truth = mirror(mirrored).then(Pose.similarity(1.3, 0.4, 8, 90));
        List<Pair> pairs = pairs(truth, 40, 2, 5);
        Pose best = requireNonNull(PoseFit.similarity(pairs, mirrored));
        double least = squares(pairs, best);
        for (double step : new double[] {-1e-3, 1e-3}) {
            assertThat(squares(pairs, best.then(Pose.similarity(1 + step, 0, 0, 0))))
                    .isGreaterThan(least);
            assertThat(squares(pairs, best.then(Pose.similarity(1, step, 0, 0))))
                    .isGreaterThan(least);
            assertThat(squares(pairs, best.then(Pose.similarity(1, 0, 100 * step, 0))))
                    .isGreaterThan(least);
            assertThat(squares(pairs, best.then(Pose.similarity(1, 0, 0, 100 * step))))
                    .isGreaterThan(least);
        }
    }

    @Test
    void noAffineTransformNearbyIsBetter() {
        List<Pair> pairs = pairs(new Pose(1.1, 0.2, 3, -0.1, 0.9, 4), 40, 2, 6);
        Pose best = requireNonNull(PoseFit.affine(pairs));
        double least = squares(pairs, best);
        for (double step : new double[] {-1e-4, 1e-4}) {
            List<Function<Pose, Pose>> changes = List.of(
                    p -> new Pose(p.xx() + step, p.xy(), p.x0(), p.yx(), p.yy(), p.y0()),
                    p -> new Pose(p.xx(), p.xy() + step, p.x0(), p.yx(), p.yy(), p.y0()),
                    p -> new Pose(p.xx(), p.xy(), p.x0() + 100 * step, p.yx(), p.yy(), p.y0()),
                    p -> new Pose(p.xx(), p.xy(), p.x0(), p.yx() + step, p.yy(), p.y0()),
                    p -> new Pose(p.xx(), p.xy(), p.x0(), p.yx(), p.yy() + step, p.y0()),
                    p -> new Pose(p.xx(), p.xy(), p.x0(), p.yx(), p.yy(), p.y0() + 100 * step));
            for (int i = 0; i < changes.size(); i++) {
                assertThat(squares(pairs, changes.get(i).apply(best)))
                        .as("number %d changed by %s", i, step)
                        .isGreaterThan(least);
            }
        }
    }

    @Test
    void affineIsNeverWorseThanASimilarity() {
        List<Pair> pairs = pairs(Pose.similarity(0.8, -2, 0, 0), 15, 3, 7);
        assertThat(squares(pairs, requireNonNull(PoseFit.affine(pairs))))
                .isLessThan(squares(pairs, requireNonNull(PoseFit.similarity(pairs, false))));
    }

    @Test
    void nothingDeterminesNothing() {
        assertThat(PoseFit.similarity(List.of(), false)).isNull();
        assertThat(PoseFit.affine(List.of())).isNull();
        assertThat(PoseFit.similarity(List.of(pair(1, 2, 3, 4)), false)).isNull();
        assertThat(PoseFit.affine(List.of(pair(1, 2, 3, 4)))).isNull();
    }

    @Test
    void onePlaceInEitherDeterminesNoSimilarity() {
        assertThat(PoseFit.similarity(List.of(pair(5, 5, 0, 0), pair(5, 5, 9, 9)), false))
                .isNull();
        assertThat(PoseFit.similarity(List.of(pair(0, 0, 5, 5), pair(9, 9, 5, 5)), true))
                .isNull();
    }

    @ParameterizedTest(name = "a line that goes ({0}, {1})")
    @CsvSource({"1, 0", "0, 1", "1, 1", "1, -2", "3, 0.001"})
    void aLineDeterminesNoAffineTransformAndASimilarity(double dx, double dy) {
        List<Pair> pairs = new ArrayList<>();
        Pose truth = Pose.similarity(1.5, 1, 20, 30);
        for (int i = 0; i < 20; i++) {
            double x = 40 + i * dx;
            double y = 50 + i * dy;
            pairs.add(pair(x, y, truth.x(x, y), truth.y(x, y)));
        }
        assertThat(PoseFit.affine(pairs)).isNull();
        assertSame(requireNonNull(PoseFit.similarity(pairs, false)), truth);
    }

    private static Pose mirror(boolean mirrored) {
        return mirrored ? new Pose(1, 0, 0, 0, -1, 0) : Pose.IDENTITY;
    }

    private static List<Pair> pairs(Pose truth, int count, double scatter, long seed) {
        Random random = new Random(seed);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = SIDE * random.nextDouble();
            double y = SIDE * random.nextDouble();
            pairs.add(pair(
                    x,
                    y,
                    truth.x(x, y) + scatter * random.nextGaussian(),
                    truth.y(x, y) + scatter * random.nextGaussian()));
        }
        return pairs;
    }

    private static Pair pair(double x, double y, double u, double v) {
        return new Pair(new Star(x, y, 1, 3, 1), new Star(u, v, 1, 3, 1));
    }

    private static double squares(List<Pair> pairs, Pose pose) {
        return pairs.stream()
                .mapToDouble(pair -> {
                    double dx = pose.x(pair.frame().x(), pair.frame().y())
                            - pair.reference().x();
                    double dy = pose.y(pair.frame().x(), pair.frame().y())
                            - pair.reference().y();
                    return dx * dx + dy * dy;
                })
                .sum();
    }

    private static void assertSame(Pose found, Pose truth) {
        assertThat(found.xx()).isCloseTo(truth.xx(), within(NEAR));
        assertThat(found.xy()).isCloseTo(truth.xy(), within(NEAR));
        assertThat(found.yx()).isCloseTo(truth.yx(), within(NEAR));
        assertThat(found.yy()).isCloseTo(truth.yy(), within(NEAR));
        assertThat(found.x0()).isCloseTo(truth.x0(), within(1e-3));
        assertThat(found.y0()).isCloseTo(truth.y0(), within(1e-3));
    }
}
