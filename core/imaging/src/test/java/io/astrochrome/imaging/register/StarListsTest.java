package io.astrochrome.imaging.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.register.Registration.Registered;
import io.astrochrome.imaging.register.Registration.Unmatched;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A registrar that is given stars whose places are known to the last digit. */
class StarListsTest {
    private static final double WIDTH = 800;
    private static final double HEIGHT = 600;
    private static final int COUNT = 80;
    private static final List<Star> STARS = field(COUNT, 1);
    private static final Registrar REGISTRAR = new Registrar(new StarMap(STARS));

    /** From a frame's pixels to the reference's. */
    private static final Pose TRUTH = Pose.similarity(1.2, 0.7, 60, -35);

    @Property(tries = 100)
    void anyPoseOfTheSameStarsIsFound(
            @ForAll @DoubleRange(min = 0.25, max = 4) double scale,
            @ForAll @DoubleRange(min = -180, max = 180) double degrees,
            @ForAll boolean mirrored) {
        Pose turned = Pose.similarity(scale, Math.toRadians(degrees), 200, -300);
        Pose truth = mirrored ? new Pose(-1, 0, 0, 0, 1, 0).then(turned) : turned;
        Registered found = registered(seen(STARS, truth));
        assertThat(farthest(found.pose(), truth)).isLessThan(1e-6);
        assertThat(found.matched()).isEqualTo(COUNT);
        assertThat(found.residual()).isLessThan(1e-6);
        assertThat(found.pose().isMirrored()).isEqualTo(mirrored);
    }

    @Test
    void theSameFrameLiesWhereItIs() {
        Registered found = registered(STARS);
        assertThat(farthest(found.pose(), Pose.IDENTITY)).isLessThan(1e-9);
        assertThat(found.brightness()).isEqualTo(1);
    }

    @Test
    void aLensThatIsNotQuiteTrueIsFollowed() {
        Pose sheared = new Pose(1.002, 0.003, 4, -0.001, 0.998, -6);
        assertThat(farthest(registered(seen(STARS, sheared)).pose(), sheared)).isLessThan(1e-6);
    }

    @Test
    void fewStarsGetNoLensThatIsNotTrue() {
        List<Star> few = STARS.subList(0, 11);
        Pose sheared = new Pose(1.002, 0.003, 4, -0.001, 0.998, -6);
        Registered found = (Registered) new Registrar(new StarMap(few)).register(new StarMap(seen(few, sheared)));
        assertThat(found.matched()).isEqualTo(11);
        assertThat(found.pose().xx()).isCloseTo(found.pose().yy(), within(1e-12));
        assertThat(found.pose().xy()).isCloseTo(-found.pose().yx(), within(1e-12));
        assertThat(farthest(found.pose(), sheared)).isLessThan(2);
    }

    @ParameterizedTest(name = "{0} stars")
    @ValueSource(ints = {0, 1, 3, 5})
    void tooFewStarsAreNoFrame(int count) {
        List<Star> few = STARS.subList(0, count);
        assertThat(REGISTRAR.register(new StarMap(few)))
                .isEqualTo(new Unmatched("only " + count + " stars were found, and at least 6 are needed"));
        assertThat(new Registrar(new StarMap(few)).register(new StarMap(STARS)))
                .isEqualTo(new Unmatched("its reference has only " + count + " stars"));
    }

    @Test
    void sixStarsAreEnough() {
        List<Star> six = STARS.subList(0, 6);
        Registered found = (Registered) new Registrar(new StarMap(six)).register(new StarMap(seen(six, TRUTH)));
        assertThat(found.matched()).isEqualTo(6);
        assertThat(farthest(found.pose(), TRUTH)).isLessThan(1e-6);
    }

    @Test
    void starsOfOneFrameAloneDoNotMatter() {
        Random random = new Random(5);
        List<Star> mixed = new ArrayList<>(seen(STARS.subList(0, 45), TRUTH));
        Pose back = TRUTH.inverse();
        for (int i = 0; i < 35; i++) {
            double x = WIDTH * random.nextDouble();
            double y = HEIGHT * random.nextDouble();
            mixed.add(star(back.x(x, y), back.y(x, y), 900));
        }
        Collections.shuffle(mixed, random);
        Registered found = registered(mixed);
        assertThat(farthest(found.pose(), TRUTH)).isLessThan(0.05);
        assertThat(found.matched()).isBetween(45, 48);
    }

    @Test
    void starsThatMovedAreThrownOut() {
        Random random = new Random(6);
        List<Star> moved = changed(seen(STARS, TRUTH), star -> {
            double angle = 2 * Math.PI * random.nextDouble();
            return random.nextInt(4) == 0
                    ? star(star.x() + Math.cos(angle), star.y() + Math.sin(angle), star.flux())
                    : star;
        });
        Registered found = registered(moved);
        assertThat(farthest(found.pose(), TRUTH)).isLessThan(1e-6);
        assertThat(found.matched()).isLessThan(COUNT - 8);
        assertThat(found.residual()).isLessThan(1e-6);
    }

    @ParameterizedTest(name = "the farther ones first: {0}")
    @ValueSource(booleans = {true, false})
    void ofTwoStarsForOneTheNearerIsTaken(boolean fartherFirst) {
        List<Star> right = seen(STARS, TRUTH);
        List<Star> beside = changed(right, star -> star(star.x() + 0.1, star.y(), 3 * star.flux()));
        List<Star> both = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            both.add(fartherFirst ? beside.get(i) : right.get(i));
            both.add(fartherFirst ? right.get(i) : beside.get(i));
        }
        Registered found = registered(both);
        assertThat(found.matched()).isEqualTo(COUNT);
        assertThat(farthest(found.pose(), TRUTH)).isLessThan(0.03);
        assertThat(found.brightness()).isCloseTo(1, within(1e-9));
    }

    @Test
    void theMiddleStarTellsHowBrightItIs() {
        List<Star> thin = changed(seen(STARS, TRUTH), star -> star(star.x(), star.y(), 0.4 * star.flux()));
        for (int i = 0; i < 20; i++) {
            Star variable = thin.get(i);
            thin.set(i, star(variable.x(), variable.y(), 50 * variable.flux()));
        }
        assertThat(registered(thin).brightness()).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void theResidualIsTheStarsOwnScatter() {
        Random random = new Random(7);
        double scatter = 0.2;
        List<Star> rough = changed(
                STARS,
                star -> star(
                        star.x() + scatter * random.nextGaussian(),
                        star.y() + scatter * random.nextGaussian(),
                        star.flux()));
        // The median of a Rayleigh distribution.
        assertThat(registered(rough).residual()).isCloseTo(scatter * Math.sqrt(2 * Math.log(2)), within(0.05));
    }

    @ParameterizedTest(name = "{0} times as large")
    @ValueSource(doubles = {0.15, 6, 9})
    void aScaleThatNoTwoCamerasDifferByIsRefused(double scale) {
        assertThat(REGISTRAR.register(new StarMap(seen(STARS, Pose.similarity(scale, 0.3, 0, 0)))))
                .isEqualTo(new Unmatched("its stars are not those of the reference"));
    }

    @Test
    void chanceIsNoMatch() {
        for (int seed = 100; seed < 200; seed++) {
            assertThat(REGISTRAR.register(new StarMap(field(COUNT, seed))))
                    .as("field %d", seed)
                    .isInstanceOf(Unmatched.class);
        }
    }

    @Test
    void aRegularGridIsFoundNowhereButOnItself() {
        List<Star> grid = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            grid.add(star(100 + 40 * (i % 8), 100 + 40 * Math.floorDiv(i, 8), 1000 - i));
        }
        assertThat(REGISTRAR.register(new StarMap(grid))).isInstanceOf(Unmatched.class);
    }

    @Test
    void givesTheSameStarsTheSamePoseToTheLastBit() {
        List<Star> frame = seen(STARS, TRUTH);
        assertThat(registered(frame)).isEqualTo(registered(frame));
    }

    private static Registered registered(List<Star> frame) {
        Registration found = REGISTRAR.register(new StarMap(frame));
        assertThat(found).isInstanceOf(Registered.class);
        return (Registered) found;
    }

    /** What a frame shows that lies so on the reference. */
    private static List<Star> seen(List<Star> stars, Pose toReference) {
        Pose back = toReference.inverse();
        return changed(stars, star -> star(back.x(star.x(), star.y()), back.y(star.x(), star.y()), star.flux()));
    }

    private static List<Star> changed(List<Star> stars, UnaryOperator<Star> change) {
        return new ArrayList<>(stars.stream().map(change).toList());
    }

    private static List<Star> field(int count, long seed) {
        Random random = new Random(seed);
        List<Star> stars = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stars.add(star(WIDTH * random.nextDouble(), HEIGHT * random.nextDouble(), 10_000 - 10.0 * i));
        }
        return stars;
    }

    private static double farthest(Pose found, Pose truth) {
        Pose off = truth.inverse().then(found);
        double farthest = 0;
        for (double x = 0; x <= WIDTH; x += WIDTH / 4) {
            for (double y = 0; y <= HEIGHT; y += HEIGHT / 4) {
                farthest = Math.max(farthest, Math.hypot(off.x(x, y) - x, off.y(x, y) - y));
            }
        }
        return farthest;
    }

    private static Star star(double x, double y, double flux) {
        return new Star(x, y, flux, 3, 1);
    }
}
