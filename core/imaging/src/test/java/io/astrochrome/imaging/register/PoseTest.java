package io.astrochrome.imaging.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoseTest {
    private static final double FAR = 3000;
    private static final double NEAR = 1e-6;

    @Provide
    Arbitrary<Pose> poses() {
        Arbitrary<Double> numbers = Arbitraries.doubles().between(-3, 3);
        Arbitrary<Double> shifts = Arbitraries.doubles().between(-FAR, FAR);
        return Combinators.combine(numbers, numbers, numbers, numbers, shifts, shifts)
                .as((xx, xy, yx, yy, x0, y0) -> new double[] {xx, xy, x0, yx, yy, y0})
                .filter(m -> Math.abs(m[0] * m[4] - m[1] * m[3]) > 0.05)
                .map(m -> new Pose(m[0], m[1], m[2], m[3], m[4], m[5]));
    }

    @Property
    void itsInverseBringsEveryPlaceBack(
            @ForAll("poses") Pose pose,
            @ForAll @DoubleRange(min = -FAR, max = FAR) double x,
            @ForAll @DoubleRange(min = -FAR, max = FAR) double y) {
        Pose back = pose.inverse();
        assertThat(back.x(pose.x(x, y), pose.y(x, y))).isCloseTo(x, within(NEAR));
        assertThat(back.y(pose.x(x, y), pose.y(x, y))).isCloseTo(y, within(NEAR));
        assertThat(pose.x(back.x(x, y), back.y(x, y))).isCloseTo(x, within(NEAR));
        assertThat(pose.y(back.x(x, y), back.y(x, y))).isCloseTo(y, within(NEAR));
    }

    @Property
    void thenIsOneAfterTheOther(
            @ForAll("poses") Pose first,
            @ForAll("poses") Pose second,
            @ForAll @DoubleRange(min = -FAR, max = FAR) double x,
            @ForAll @DoubleRange(min = -FAR, max = FAR) double y) {
        Pose both = first.then(second);
        assertThat(both.x(x, y)).isCloseTo(second.x(first.x(x, y), first.y(x, y)), within(NEAR));
        assertThat(both.y(x, y)).isCloseTo(second.y(first.x(x, y), first.y(x, y)), within(NEAR));
    }

    @Property
    void betweenBinnedPlanesItJoinsTheSamePlacesOfTheSky(
            @ForAll("poses") Pose pose,
            @ForAll @IntRange(min = 1, max = 6) int frameSide,
            @ForAll @IntRange(min = 1, max = 6) int referenceSide,
            @ForAll @DoubleRange(min = 0, max = 500) double x,
            @ForAll @DoubleRange(min = 0, max = 500) double y) {
        Pose binned = pose.binned(frameSide, referenceSide);
        double fullX = enlarged(x, frameSide);
        double fullY = enlarged(y, frameSide);
        assertThat(enlarged(binned.x(x, y), referenceSide)).isCloseTo(pose.x(fullX, fullY), within(NEAR));
        assertThat(enlarged(binned.y(x, y), referenceSide)).isCloseTo(pose.y(fullX, fullY), within(NEAR));
    }

    /** The middle of a square of pixels 0, 1, ... {@code side - 1} has half of that for its coordinate. */
    private static double enlarged(double binned, int side) {
        return side * binned + (side - 1) / 2.0;
    }

    @Test
    void theReferencesOwnMovesNothing() {
        assertThat(Pose.IDENTITY.x(3.25, -7)).isEqualTo(3.25);
        assertThat(Pose.IDENTITY.y(3.25, -7)).isEqualTo(-7);
        assertThat(Pose.IDENTITY.scale()).isEqualTo(1);
        assertThat(Pose.IDENTITY.rotationDegrees()).isZero();
        assertThat(Pose.IDENTITY.isMirrored()).isFalse();
    }

    @Test
    void aQuarterTurnBringsRightToDownAndDownToLeft() {
        Pose pose = Pose.similarity(2, Math.PI / 2, 5, 7);
        assertThat(pose.x(1, 0)).isCloseTo(5, within(NEAR));
        assertThat(pose.y(1, 0)).isCloseTo(9, within(NEAR));
        assertThat(pose.x(0, 1)).isCloseTo(3, within(NEAR));
        assertThat(pose.y(0, 1)).isCloseTo(7, within(NEAR));
    }

    @ParameterizedTest(name = "turned by {0} degrees and {1} times as large")
    @CsvSource({"0, 1", "30, 2", "-30, 0.5", "90, 1", "-90, 3", "179, 0.2", "-179, 5"})
    void tellsItsScaleAndItsTurn(double degrees, double scale) {
        Pose pose = Pose.similarity(scale, Math.toRadians(degrees), -40, 12);
        assertThat(pose.scale()).isCloseTo(scale, within(NEAR));
        assertThat(pose.rotationDegrees()).isCloseTo(degrees, within(NEAR));
        assertThat(pose.isMirrored()).isFalse();
    }

    @Test
    void aMirrorImageHasTheScaleOfWhatItMirrors() {
        Pose mirrored = new Pose(-2, 0, 10, 0, 2, 0);
        assertThat(mirrored.isMirrored()).isTrue();
        assertThat(mirrored.scale()).isCloseTo(2, within(NEAR));
        assertThat(mirrored.then(mirrored).isMirrored()).isFalse();
    }

    @Test
    void itsTurnIsThatOfTheFramesRightWhereItIsSlanted() {
        assertThat(new Pose(1, 0.5, 0, 0, 1, 0).rotationDegrees()).isZero();
        assertThat(new Pose(1, 0, 0, 1, 1, 0).rotationDegrees()).isCloseTo(45, within(NEAR));
    }

    @Test
    void itsScaleIsTheMeanOfLongAndShort() {
        assertThat(new Pose(4, 0, 0, 0, 9, 0).scale()).isCloseTo(6, within(NEAR));
    }

    @ParameterizedTest(name = "determinant {0}")
    @ValueSource(doubles = {0, 1e-10, -1e-10, Double.NaN, Double.POSITIVE_INFINITY})
    void isNoneWhereThereIsNoWayBack(double yy) {
        assertThatThrownBy(() -> new Pose(1, 0, 0, 0, yy, 0)).hasMessageContaining("invertible and finite");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void isNoneWhereItLeadsNowhere(double shift) {
        assertThatThrownBy(() -> new Pose(1, 0, shift, 0, 1, 0)).hasMessageContaining("invertible and finite");
        assertThatThrownBy(() -> new Pose(1, 0, 0, 0, 1, shift)).hasMessageContaining("invertible and finite");
    }

    @Test
    void twoColumnsThatAreOneLeadNoWayBack() {
        assertThatThrownBy(() -> new Pose(2, 4, 0, 1, 2, 0)).hasMessageContaining("invertible and finite");
    }

    @Test
    void mayMakeTenThousandPixelsOne() {
        Pose tiny = new Pose(1e-4, 0, 0, 0, -1e-4, 0);
        assertThat(tiny.inverse().x(1, 0)).isCloseTo(1e4, within(NEAR));
        assertThat(tiny.inverse().y(0, 1)).isCloseTo(-1e4, within(NEAR));
    }
}
