package io.astrochrome.imaging.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.tensors.TensorGrid;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The curves, matrices and tables beneath the colours. */
class ColourMathsTest {
    private static final double NEAR = 1e-12;

    /** Linear sRGB to XYZ as IEC 61966-2-1 prints it, to four decimals. */
    private static final double[][] PUBLISHED = {
        {0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}
    };

    @ParameterizedTest(name = "encoded {0} is {1} of white's light")
    @CsvSource({
        "0, 0",
        "0.04045, 0.0031308",
        "0.5, 0.2140411",
        "0.7353570, 0.5",
        "1, 1",
        "-0.1, -0.0077399",
        "0.02, 0.0015480"
    })
    void theTransferCurveIsThatOfTheStandard(double encoded, double linear) {
        assertThat(TransferCurve.toLinear(encoded)).isCloseTo(linear, within(1e-6));
        assertThat(TransferCurve.toEncoded(linear)).isCloseTo(encoded, within(1e-5));
    }

    @Property
    void theTransferCurveIsUndone(@ForAll @DoubleRange(min = -0.5, max = 2) double encoded) {
        assertThat(TransferCurve.toEncoded(TransferCurve.toLinear(encoded))).isCloseTo(encoded, within(5e-6));
    }

    @Test
    void theMatrixIsThePublishedOneRelativeToItsWhite() {
        double[] white = {Cielab.WHITE_X, 1, Cielab.WHITE_Z};
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                assertThat((double) RgbMatrix.toXyz(row, column) * white[row])
                        .as("row %d, column %d", row, column)
                        .isCloseTo(PUBLISHED[row][column], within(3e-4));
            }
        }
    }

    @Property
    void theMatrixIsUndone(
            @ForAll @DoubleRange(min = -1, max = 2) double r,
            @ForAll @DoubleRange(min = -1, max = 2) double g,
            @ForAll @DoubleRange(min = -1, max = 2) double b) {
        double x = RgbMatrix.toX(r, g, b);
        double y = RgbMatrix.toY(r, g, b);
        double z = RgbMatrix.toZ(r, g, b);
        assertThat(RgbMatrix.toRgb(0, x, y, z)).isCloseTo(r, within(NEAR));
        assertThat(RgbMatrix.toRgb(1, x, y, z)).isCloseTo(g, within(NEAR));
        assertThat(RgbMatrix.toRgb(2, x, y, z)).isCloseTo(b, within(NEAR));
    }

    @Property
    void theCurveOfCielabIsUndoneAndHasNoStepAtItsKnee(@ForAll @DoubleRange(min = -0.2, max = 2) double ratio) {
        assertThat(Cielab.inverseF(Cielab.f(ratio))).isCloseTo(ratio, within(NEAR));
        assertThat((double) Curves.inverseF((float) Cielab.f(ratio))).isCloseTo(ratio, within(2e-6));
        assertThat(Cielab.f(Cielab.EPSILON * (1 + 1e-9))).isCloseTo(Cielab.f(Cielab.EPSILON), within(1e-9));
    }

    @Property
    void tablesAreAsNearToTheirCurvesAsTheySay(@ForAll @DoubleRange(min = 0, max = 1) double x) {
        assertThat((double) Curves.LINEAR.at((float) x)).isCloseTo(TransferCurve.toLinear((float) x), within(5e-7));
        assertThat((double) Curves.ENCODED_16_BITS.at((float) x))
                .isCloseTo(65_535 * TransferCurve.toEncoded((float) x), within(0.04));
        assertThat((double) Curves.F.at((float) x)).isCloseTo(Cielab.f((float) x), within(1.1e-7));
    }

    @Property
    void aTableMeetsAPowerWithinItsPromise(
            @ForAll @DoubleRange(min = 0.02, max = 2) double x, @ForAll @IntRange(min = 3, max = 9) int bits) {
        CurveTable table = CurveTable.of(Math::sqrt, 0x1p-6f, bits, 0, 1);
        double promised = Math.pow(2, -2 * bits - 3) * 0.25;
        assertThat((double) table.at((float) x))
                .isCloseTo(Math.sqrt((float) x), within(Math.sqrt(x) * promised * 1.05 + 3e-7));
    }

    @Test
    void beyondATablesEndsItsOutermostLinesGoOn() {
        CurveTable table = CurveTable.of(x -> 3 * x, 0.25f, 2, 7, 5);
        assertThat(table.at(0)).isEqualTo(7);
        assertThat(table.at(0.1f)).isEqualTo(7.5f);
        assertThat(table.at(-2)).isEqualTo(-3);
        assertThat(table.at(0.25f)).isEqualTo(0.75f);
        assertThat(table.at(1.9f)).isCloseTo(5.7f, within(1e-6f));
        assertThat(table.at(50)).isCloseTo(150, within(1e-4f));
    }

    @Property
    void theShareOfChromaIsTheGreatestThatStaysInside(
            @ForAll @DoubleRange(min = 1, max = 99) double lStar,
            @ForAll @DoubleRange(min = -200, max = 200) double a,
            @ForAll @DoubleRange(min = -200, max = 200) double b) {
        double fy = (lStar + 16) / 116;
        double share = GamutBoundary.chromaShare(fy, a / 500, b / 200);
        assertThat(share).isBetween(0.0, 1.0);
        assertThat(outside(lStar, share * a, share * b)).isLessThanOrEqualTo(NEAR);
        if (share < 1) {
            double more = share + 2e-4;
            assertThat(outside(lStar, more * a, more * b)).isGreaterThan(0);
        }
    }

    /** How far outside [0, 1] the colour's light is. */
    private static double outside(double lStar, double a, double b) {
        double[] rgb = new double[3];
        Cielab.labToLinear(lStar, a, b, rgb);
        double worst = -1;
        for (double channel : rgb) {
            worst = Math.max(worst, Math.max(-channel, channel - 1));
        }
        return worst;
    }

    @ParameterizedTest(name = "a* = {0}, b* = {1}")
    @CsvSource({"NaN, 0", "0, NaN", "Infinity, 0", "0, -Infinity"})
    void chromaThatIsNoNumberHasNoShare(double a, double b) {
        assertThat(GamutBoundary.chromaShare(0.6, a, b)).isZero();
    }

    @Test
    void blackAndWhiteHaveNoRoomForChromaAndGreyNeedsNone() {
        assertThat(GamutBoundary.chromaShare(16 / 116.0, 0.1, 0.1)).isLessThan(0.01);
        assertThat(GamutBoundary.chromaShare(1, 0.1, 0.1)).isLessThan(0.01);
        assertThat(GamutBoundary.chromaShare(1.2, 0.1, 0.1))
                .as("brighter than white")
                .isZero();
        assertThat(GamutBoundary.chromaShare(0.6, 0, 0)).isEqualTo(1);
    }

    @ParameterizedTest(name = "L* = {0} is {1}")
    @CsvSource({"0, 0", "100, 65535", "50, 32768", "-5, 0", "140, 65535", "NaN, 0", "0.0007, 0", "0.0008, 1"})
    void lightnessIsTheNearestOfSixteenBits(double lStar, int number) {
        assertThat(Short.toUnsignedInt(Luminance16.fromLstar(lStar))).isEqualTo(number);
    }

    @Property
    void lightnessComesBackFromSixteenBits(@ForAll @IntRange(min = 0, max = 65_535) int number) {
        Luminance16 one = new Luminance16(1, 1, new short[] {(short) number});
        assertThat(Luminance16.fromLstar(one.lStar(0))).isEqualTo((short) number);
    }

    @Test
    void rowsOfLuminanceAreReadWhereTheyLie() {
        Luminance16 luminance = new Luminance16(2, 3, new short[] {1, 2, 3, 4, 5, 6});
        short[] into = new short[5];
        luminance.read(1, 2, into);
        assertThat(into).containsExactly((short) 3, (short) 4, (short) 5, (short) 6, (short) 0);
        assertThatThrownBy(() -> luminance.read(2, 2, into)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> luminance.read(-1, 1, into)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new Luminance16(2, 3, new short[5])).hasMessage("samples must have 6 values, not 5");
    }

    @Test
    void aPictureHasBothOfItsChromasOrNone() {
        float[] one = new float[4];
        LabImage grey = new LabImage(2, 2, one, null, null);
        assertThat(grey.hasColour()).isFalse();
        assertThatThrownBy(grey::requireA).hasMessageContaining("without chroma has no a*");
        assertThatThrownBy(grey::requireB).hasMessageContaining("without chroma has no b*");
        assertThatThrownBy(() -> new LabImage(2, 2, one, one, null)).hasMessageContaining("both or neither");
        assertThatThrownBy(() -> new LabImage(2, 2, one, null, one)).hasMessageContaining("both or neither");
        assertThatThrownBy(() -> new LabImage(2, 2, one, one, new float[3])).hasMessage("b must have 4 values, not 3");
        assertThatThrownBy(() -> new LabImage(0, 2, new float[0], null, null)).hasMessageContaining("positive");
        LabImage coloured = grey.withChroma(new float[4], new float[4]);
        assertThat(coloured.hasColour()).isTrue();
        assertThat(coloured.lStar()).isSameAs(one);
        assertThat(coloured.withChroma(null, null).hasColour()).isFalse();
    }

    @Test
    void aNetworksPlanesAreAPictureWithoutThePadding() {
        TensorGrid grid = new TensorGrid(2, 1, 32, 32, 2, 1);
        float[] lightness = grid.pad(new float[] {-1, 1});
        float[] a = grid.pad(new float[] {0.5f, -1});
        float[] b = grid.pad(new float[] {0, 0.25f});
        LabImage picture = LabImage.ofNormalised(grid, lightness, a, b);
        assertThat(picture.width()).isEqualTo(2);
        assertThat(picture.height()).isEqualTo(1);
        assertThat(picture.lStar()).containsExactly(0, 100);
        assertThat(picture.requireA()).containsExactly(55, -110);
        assertThat(picture.requireB()).containsExactly(0, 27.5f);
        assertThat(LabImage.ofNormalised(grid, lightness, null, null).hasColour())
                .isFalse();
    }
}
