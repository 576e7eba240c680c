package io.astrochrome.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.astrochrome.trainer.network.layer.Conv;
import io.astrochrome.trainer.network.layer.ConvShape;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Comparison COMPARISON = new Comparison(7);
    private static final long[] SIDES = {2, 3, 4, 5};
    private static final int TERMS = 9;
    private static final ConvShape SHAPE = Conv.plain("a", 3, 8, 3, 2).shape();

    private static double at(long[] place) {
        return Math.sin(1.0 + place[0] + 2.0 * place[1] + 3.0 * place[2] + 5.0 * place[3]);
    }

    private static float[] right() {
        float[] tensor = new float[120];
        int next = 0;
        for (long n = 0; n < 2; n++) {
            for (long c = 0; c < 3; c++) {
                for (long y = 0; y < 4; y++) {
                    for (long x = 0; x < 5; x++) {
                        tensor[next++] = (float) at(new long[] {n, c, y, x});
                    }
                }
            }
        }
        return tensor;
    }

    private static Optional<String> elements(float[] found) {
        return COMPARISON.elements("its output", found, SIDES, TERMS, ComparisonTest::at);
    }

    @Test
    void whatDiffersByRoundingAloneIsRight() {
        float[] rounded = right();
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] += i % 2 == 0 ? 1e-7f : -1e-7f;
        }

        assertThat(elements(right())).isEmpty();
        assertThat(elements(rounded)).isEmpty();
    }

    @Test
    void aWrongCornerIsAlwaysSeen() {
        for (int corner : new int[] {0, 4, 15, 119}) {
            float[] wrong = right();
            wrong[corner] += 0.01f;

            assertThat(elements(wrong)).as("element " + corner).hasValueSatisfying(fault -> assertThat(fault)
                    .startsWith("its output is off by "));
        }
    }

    @Test
    void whatIsNotFiniteIsSeenWhereverItIs() {
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            for (int place = 0; place < 120; place += 7) {
                float[] wrong = right();
                wrong[place] = value;

                assertThat(elements(wrong)).contains("its output is not finite");
            }
        }
    }

    @Test
    void nothingWhereNothingShouldBeIsRight() {
        assertThat(COMPARISON.elements("it", new float[120], SIDES, TERMS, place -> 0))
                .isEmpty();
        float[] some = new float[120];
        some[0] = 1e-9f;
        assertThat(COMPARISON.elements("it", some, SIDES, TERMS, place -> 0)).isPresent();
    }

    @Test
    void oneWrongElementAmongManyShowsInTheWhole() {
        float[] found = right();
        float[] other = new float[120];
        java.util.Arrays.fill(other, 0.5f);
        double expected = Comparison.product(found, other);
        assertThat(COMPARISON.whole("its output", found, other, TERMS, expected))
                .isEmpty();

        found[61] += 0.01f;

        assertThat(COMPARISON.whole("its output", found, other, TERMS, expected))
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("its output as a whole is off by "));
        found[61] = Float.NaN;
        assertThat(COMPARISON.whole("its output", found, other, TERMS, expected))
                .isPresent();
    }

    @Test
    void theProductIsOfDoubles() {
        assertThat(Comparison.product(new float[] {1e20f, 1, -1e20f}, new float[] {1e20f, 2, 1e20f}))
                .as("which a float could not hold")
                .isFinite();
        assertThat(Comparison.product(new float[] {1, 2, 3}, new float[] {4, 5, 6}))
                .isEqualTo(32);
    }

    @Test
    void aConvolutionIsTriedOnEightPicturesOrMoreWhereItIsDifferentiatedTwice() {
        assertThat(ConvolutionCase.of(SHAPE, false, 1)).isEqualTo(ConvolutionCase.of(SHAPE, false, 64));
        assertThat(ConvolutionCase.of(SHAPE, false, 64).pictures()).isEqualTo(8);
        assertThat(ConvolutionCase.of(SHAPE, true, 3).pictures()).isEqualTo(8);
        assertThat(ConvolutionCase.of(SHAPE, true, 64).pictures()).isEqualTo(64);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConvolutionCase(SHAPE, true, 7))
                .withMessage("a convolution is checked on at least 8 pictures, not 7");
    }

    @Test
    void aDetourHasAReasonAndThePlainWayNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CheckedConvolution(SHAPE, false, 8, ConvolutionWay.PLAIN, "off by 1"))
                .withMessageContaining("a detour has a reason, the plain way has none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CheckedConvolution(SHAPE, false, 8, ConvolutionWay.PADDED, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CheckedConvolution(null, false, 8, ConvolutionWay.PLAIN, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new CheckedConvolution(SHAPE, false, 8, null, "x"));
    }

    @Test
    void theReportCountsWhatGoesWhichWay() {
        List<CheckedConvolution> detours = List.of(
                new CheckedConvolution(SHAPE, false, 8, ConvolutionWay.PADDED, "off by 1"),
                new CheckedConvolution(SHAPE, true, 8, ConvolutionWay.PADDED, "off by 1"),
                new CheckedConvolution(SHAPE, true, 9, ConvolutionWay.UNFOLDED, "off by 2"));
        EngineReport report = new EngineReport("e", "cpu()", "p", 10, detours, 5);

        assertThat(report.count(ConvolutionWay.PLAIN)).isEqualTo(7);
        assertThat(report.count(ConvolutionWay.PADDED)).isEqualTo(2);
        assertThat(report.count(ConvolutionWay.UNFOLDED)).isEqualTo(1);
    }
}
