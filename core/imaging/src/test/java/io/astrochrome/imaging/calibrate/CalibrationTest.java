package io.astrochrome.imaging.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.exposure.SubFacts;
import io.astrochrome.imaging.exposure.SubFacts.Kind;
import io.astrochrome.imaging.filter.FilterNames;
import io.astrochrome.imaging.linear.ChannelLight;
import io.astrochrome.imaging.linear.LinearPlane;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {
    private static final CameraMode CAMERA = new CameraMode(2, 1, 1, Optional.empty());
    private static final Optional<Master> NO = Optional.empty();
    private static final ChannelLight LIGHT = new LinearPlane(2, 1, new float[] {1000, 2000});

    private static final Master BIAS = master(Kind.BIAS, 0, "", 100, 200);
    private static final Master DARK = master(Kind.DARK, 60, "", 160, 280);
    private static final Master FLAT = master(Kind.FLAT, 1, "Ha", 0.5f, 2);

    @Test
    void takesTheDarkOffAndDividesByTheFlat() {
        Calibration calibration = Calibration.of(NO, Optional.of(DARK), 60, Optional.of(FLAT), 1);
        assertThat(calibration.summary()).isEqualTo("dark of 60 s, flat of Ha");
        assertValues(calibration, (1000 - 160) / 0.5f, (2000 - 280) / 2f);
    }

    @Test
    void aDarkOfTheSameLengthHasItsBiasInIt() {
        Calibration calibration = Calibration.of(Optional.of(BIAS), Optional.of(DARK), 60, NO, 1);
        assertThat(calibration.summary()).isEqualTo("dark of 60 s");
        assertValues(calibration, 1000 - 160, 2000 - 280);
    }

    @ParameterizedTest(name = "{0} s")
    @CsvSource({"30, 0.5", "120, 2", "600, 10"})
    void whatADarkHasAboveItsBiasGrowsWithTheExposure(double seconds, float part) {
        Calibration calibration = Calibration.of(Optional.of(BIAS), Optional.of(DARK), seconds, NO, 1);
        assertThat(calibration.summary()).isEqualTo("bias, dark of 60 s scaled");
        assertValues(calibration, 1000 - 100 - part * 60, 2000 - 200 - part * 80);
    }

    @Test
    void withoutALengthOnlyTheBiasIsTaken() {
        assertThat(Calibration.of(Optional.of(BIAS), Optional.of(DARK), 0, NO, 1)
                        .summary())
                .isEqualTo("bias");
        Master timeless = master(Kind.DARK, 0, "", 160, 280);
        Calibration calibration = Calibration.of(Optional.of(BIAS), Optional.of(timeless), 60, NO, 1);
        assertThat(calibration.summary()).isEqualTo("bias");
        assertValues(calibration, 900, 1800);
    }

    @Test
    void nothingIsTakenOffWhereNothingSuits() {
        assertThat(Calibration.of(NO, NO, 60, NO, 1)).isSameAs(Calibration.NONE);
        assertThat(Calibration.of(NO, Optional.of(DARK), 300, NO, 1)).isSameAs(Calibration.NONE);
        assertThat(Calibration.NONE.apply(LIGHT, 0)).isSameAs(LIGHT);
        assertThat(Calibration.NONE.summary()).isEmpty();
    }

    @Test
    void aLightThatRunsToOneStaysOnItsScale() {
        ChannelLight unit = new LinearPlane(2, 1, new float[] {0.5f, 0.25f});
        ChannelLight calibrated = Calibration.of(Optional.of(BIAS), NO, 60, Optional.of(FLAT), 65_535)
                .apply(unit, 0);
        assertThat(calibrated.value(0)).isCloseTo((0.5f - 100 / 65_535f) / 0.5f, within(1e-6f));
        assertThat(calibrated.value(1)).isCloseTo((0.25f - 200 / 65_535f) / 2, within(1e-6f));
    }

    @Test
    void whereTheFlatSawNextToNoLightTheLightIsMissing() {
        Master dusty = master(Kind.FLAT, 1, "", 0.049f, 0.05f);
        Calibration calibration = Calibration.of(NO, NO, 60, Optional.of(dusty), 1);
        assertThat(calibration.summary()).isEqualTo("flat");
        assertValues(calibration, Float.NaN, 2000 / 0.05f);
        assertValues(
                Calibration.of(NO, NO, 60, Optional.of(master(Kind.FLAT, 1, "", Float.NaN, -3)), 1),
                Float.NaN,
                Float.NaN);
    }

    @Test
    void whatIsMissingStaysMissing() {
        ChannelLight light = new LinearPlane(2, 1, new float[] {Float.NaN, 2000});
        ChannelLight calibrated =
                Calibration.of(NO, Optional.of(DARK), 60, NO, 1).apply(light, 0);
        assertThat(calibrated.value(0)).isNaN();
        assertThat(calibrated.value(1)).isEqualTo(1720);
        assertThat(calibrated.width()).isEqualTo(2);
        assertThat(calibrated.height()).isEqualTo(1);
    }

    @Test
    void eachChannelHasItsOwnPlanes() {
        CameraMode colour = new CameraMode(2, 1, 3, Optional.empty());
        Master dark =
                new Master(colour, facts(Kind.DARK, 60, ""), 5, List.of(plane(1, 2), plane(10, 20), plane(100, 200)));
        Calibration calibration = Calibration.of(NO, Optional.of(dark), 60, NO, 1);
        assertThat(calibration.apply(LIGHT, 0).value(1)).isEqualTo(1998);
        assertThat(calibration.apply(LIGHT, 1).value(1)).isEqualTo(1980);
        assertThat(calibration.apply(LIGHT, 2).value(1)).isEqualTo(1800);
    }

    @ParameterizedTest(name = "a dark of {0} s for {1} s: {2}")
    @CsvSource({
        "60, 60, true",
        "60, 60.5, true",
        "60, 61.2, true",
        "60, 61.3, false",
        "60, 58.7, false",
        "300, 305, true",
        "300, 306.2, false",
        "0.001, 0.4, true",
        "0, 0, true"
    })
    void exposuresMayDifferByWhatTimersDo(double dark, double light, boolean same) {
        assertThat(Master.lastsAlike(dark, light)).isEqualTo(same);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "Ha, H-alpha 7nm, true",
        "Ha, OIII, false",
        "L, Luminance, true",
        "'my own ', MY OWN, true",
        "my own, another, false",
        "Ha, my own, false"
    })
    void filtersAreTheSameByWhatTheyMeanOrElseByTheirName(String one, String other, boolean same) {
        assertThat(Master.sharesFilter(facts(Kind.FLAT, 1, one), facts(Kind.LIGHT, 1, other)))
                .isEqualTo(same);
    }

    @Test
    void saysWhatAMasterIs() {
        assertThat(DARK.described()).isEqualTo("dark of 60 s (7 frames)");
        assertThat(master(Kind.DARK, 0.0125, "", 0, 0).name()).isEqualTo("dark of 0.0125 s");
        assertThat(master(Kind.DARK, 2.5, "", 0, 0).name()).isEqualTo("dark of 2.50 s");
        assertThat(BIAS.name()).isEqualTo("bias");
        assertThat(FLAT.name()).isEqualTo("flat of Ha");
        assertThat(master(Kind.FLAT, 1, " ", 0, 0).name()).isEqualTo("flat");
        assertThat(new Master(CAMERA, facts(Kind.BIAS, 0, ""), 1, List.of()).described())
                .isEqualTo("bias");
    }

    @Test
    void aCameraIsSetAlikeWhereNothingContradicts() {
        CameraMode mode = new CameraMode(60, 40, 1, Optional.of(100.0));
        assertThat(mode.suits(mode)).isTrue();
        assertThat(mode.suits(new CameraMode(60, 40, 1, Optional.empty()))).isTrue();
        assertThat(new CameraMode(60, 40, 1, Optional.empty()).suits(mode)).isTrue();
        assertThat(mode.suits(new CameraMode(60, 40, 1, Optional.of(101.0)))).isFalse();
        assertThat(mode.suits(new CameraMode(61, 40, 1, Optional.of(100.0)))).isFalse();
        assertThat(mode.suits(new CameraMode(60, 41, 1, Optional.of(100.0)))).isFalse();
        assertThat(mode.suits(new CameraMode(60, 40, 3, Optional.of(100.0)))).isFalse();
    }

    private static void assertValues(Calibration calibration, float first, float second) {
        ChannelLight calibrated = calibration.apply(LIGHT, 0);
        assertThat(new float[] {calibrated.value(0), calibrated.value(1)}).containsExactly(first, second);
    }

    private static Master master(Kind kind, double seconds, String filter, float first, float second) {
        return new Master(CAMERA, facts(kind, seconds, filter), 7, List.of(plane(first, second)));
    }

    private static SubFacts facts(Kind kind, double seconds, String filter) {
        return new SubFacts(filter, FilterNames.STANDARD.role(filter), seconds, kind);
    }

    private static MasterPlane plane(float first, float second) {
        return new MasterPlane(2, 1, FloatBuffer.wrap(new float[] {first, second}));
    }
}
