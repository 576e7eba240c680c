package io.astrochrome.imaging.register;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriangleTest {
    private static final Star RIGHT_ANGLE = at(10, 20);
    private static final Star BESIDE = at(14, 20);
    private static final Star ABOVE = at(10, 17);
    private static final double NEAR = 1e-9;

    @Test
    void namesItsCornersAfterTheSidesThatTheyFace() {
        Triangle triangle = requireNonNull(Triangle.of(BESIDE, RIGHT_ANGLE, ABOVE));
        assertThat(triangle.a()).as("faces the side of 5").isEqualTo(RIGHT_ANGLE);
        assertThat(triangle.b()).as("faces the side of 4").isEqualTo(ABOVE);
        assertThat(triangle.c()).as("faces the side of 3").isEqualTo(BESIDE);
        assertThat(triangle.middle()).isCloseTo(4 / 5.0, within(NEAR));
        assertThat(triangle.shortest()).isCloseTo(3 / 5.0, within(NEAR));
    }

    @Test
    void isTheSameInWhateverOrderItsStarsAreGiven() {
        Triangle triangle = requireNonNull(Triangle.of(RIGHT_ANGLE, BESIDE, ABOVE));
        assertThat(Triangle.of(RIGHT_ANGLE, ABOVE, BESIDE)).isEqualTo(triangle);
        assertThat(Triangle.of(BESIDE, RIGHT_ANGLE, ABOVE)).isEqualTo(triangle);
        assertThat(Triangle.of(BESIDE, ABOVE, RIGHT_ANGLE)).isEqualTo(triangle);
        assertThat(Triangle.of(ABOVE, RIGHT_ANGLE, BESIDE)).isEqualTo(triangle);
        assertThat(Triangle.of(ABOVE, BESIDE, RIGHT_ANGLE)).isEqualTo(triangle);
    }

    @Property(tries = 300)
    void hasOneShapeInEveryPose(
            @ForAll @DoubleRange(min = 0.2, max = 5) double scale,
            @ForAll @DoubleRange(min = -180, max = 180) double degrees,
            @ForAll boolean mirrored,
            @ForAll @DoubleRange(min = 0.3, max = 0.95) double middle,
            @ForAll @DoubleRange(min = 0.2, max = 0.9) double shortest) {
        Assume.that(shortest < middle && middle + shortest > 1);
        Star[] stars = stars(middle, shortest);
        Triangle triangle = Triangle.of(stars[0], stars[1], stars[2]);
        Assume.that(triangle != null);
        Pose turned = Pose.similarity(scale, Math.toRadians(degrees), 300, -20);
        Pose pose = mirrored ? new Pose(-1, 0, 0, 0, 1, 0).then(turned) : turned;
        Triangle moved =
                requireNonNull(Triangle.of(moved(stars[2], pose), moved(stars[0], pose), moved(stars[1], pose)));
        assertThat(moved.middle()).isCloseTo(middle, within(1e-6));
        assertThat(moved.shortest()).isCloseTo(shortest, within(1e-6));
        assertThat(moved.a()).isEqualTo(moved(triangle.a(), pose));
        assertThat(moved.b()).isEqualTo(moved(triangle.b(), pose));
        assertThat(moved.c()).isEqualTo(moved(triangle.c(), pose));
    }

    @ParameterizedTest(name = "middle side {0}, shortest {1}")
    @CsvSource({"0.97, 0.5", "0.9, 0.16", "0.6, 0.43", "0.7, 0.65"})
    void isOfUseWhereItsSidesCanBeToldApart(double middle, double shortest) {
        Star[] stars = stars(middle, shortest);
        assertThat(Triangle.of(stars[0], stars[1], stars[2])).isNotNull();
    }

    @ParameterizedTest(name = "{2}: middle side {0}, shortest {1}")
    @CsvSource({
        "0.99, 0.5, two long sides are alike",
        "0.9, 0.14, it is thin",
        "0.6, 0.41, it is almost a line",
        "0.7, 0.68, two short sides are alike"
    })
    void isOfNoUseWhere(double middle, double shortest, String reason) {
        Star[] stars = stars(middle, shortest);
        assertThat(Triangle.of(stars[0], stars[1], stars[2])).as(reason).isNull();
    }

    @Test
    void isOfNoUseWhereStarsAreAtOnePlace() {
        assertThat(Triangle.of(BESIDE, BESIDE, BESIDE)).isNull();
        assertThat(Triangle.of(BESIDE, ABOVE, BESIDE)).isNull();
        assertThat(Triangle.of(at(0, 0), at(5, 5), at(10, 10))).isNull();
    }

    /** Corners of a triangle whose longest side is 100 px. */
    private static Star[] stars(double middle, double shortest) {
        double along = (1 + middle * middle - shortest * shortest) / 2;
        double off = Math.sqrt(Math.max(0, middle * middle - along * along));
        return new Star[] {at(0, 0), at(100, 0), at(100 * along, 100 * off)};
    }

    private static Star moved(Star star, Pose pose) {
        return at(pose.x(star.x(), star.y()), pose.y(star.x(), star.y()));
    }

    private static Star at(double x, double y) {
        return new Star(x, y, 1000, 3, 1);
    }
}
