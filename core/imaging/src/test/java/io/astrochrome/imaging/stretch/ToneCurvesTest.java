package io.astrochrome.imaging.stretch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToneCurvesTest {
    private static final double NEAR = 1e-12;

    @Property
    void everyToneCurveNeverFallsAndStaysBetweenBlackAndWhite(
            @ForAll @DoubleRange(min = 0, max = 0.9) double shadows,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double midtones,
            @ForAll @DoubleRange(min = 0, max = 1000) double strength,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        double low = Math.min(one, other);
        double high = Math.max(one, other);
        for (ToneCurve tone : List.of(
                new MidtoneTone(shadows, midtones),
                new AsinhTone(shadows, strength),
                new PercentileTone(shadows, shadows + 0.1),
                new IdentityTone())) {
            assertThat(tone.apply(low)).as("%s", tone).isBetween(0.0, tone.apply(high) + NEAR);
            assertThat(tone.apply(high)).as("%s", tone).isLessThanOrEqualTo(1 + NEAR);
        }
    }

    @Property(tries = 200)
    void whatLiesInTheShadowsIsBlackAndWhiteStaysWhite(
            @ForAll @DoubleRange(min = 0, max = 0.9) double shadows,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double shape) {
        DoubleFunction<ToneCurve> midtone = balance -> new MidtoneTone(shadows, balance);
        DoubleFunction<ToneCurve> asinh = part -> new AsinhTone(shadows, 1000 * part);
        for (ToneCurve tone : List.of(midtone.apply(shape), asinh.apply(shape))) {
            assertThat(tone.apply(shadows)).isZero();
            assertThat(tone.apply(shadows / 2)).isZero();
            assertThat(tone.apply(1)).isCloseTo(1, within(NEAR));
        }
    }

    @ParameterizedTest(name = "balance {0}: {1} becomes {2}")
    @CsvSource({"0.5, 0.3, 0.3", "0.25, 0.25, 0.5", "0.1, 0.5, 0.9", "0.9, 0.5, 0.1", "0.2, 0.6, 0.857142857142857"})
    void midtonesAreThoseOfItsFormula(double balance, double value, double expected) {
        assertThat(MidtoneTone.transfer(balance, value)).isCloseTo(expected, within(NEAR));
    }

    @Property(tries = 200)
    void theMidtoneFunctionIsUndoneByItsOpposite(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double balance,
            @ForAll @DoubleRange(min = 0, max = 1) double value) {
        double there = MidtoneTone.transfer(balance, value);
        assertThat(MidtoneTone.transfer(1 - balance, there)).isCloseTo(value, within(1e-9));
    }

    @Property(tries = 200)
    void asinhIsThatOfItsFormula(
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double strength,
            @ForAll @DoubleRange(min = 0, max = 1) double value) {
        double stretched = AsinhTone.transfer(strength, value);
        double asinhOfStrength = Math.log(strength + Math.hypot(strength, 1));
        assertThat(Math.sinh(stretched * asinhOfStrength) / strength).isCloseTo(value, within(1e-9));
    }

    @Test
    void withoutStrengthAsinhIsAStraightLineWhoseEndsAreClipped() {
        assertThat(AsinhTone.transfer(0, 0.3)).isEqualTo(0.3);
        assertThat(AsinhTone.transfer(0, -2)).isZero();
        assertThat(AsinhTone.transfer(0, 2)).isEqualTo(1);
        assertThat(AsinhTone.transfer(5, 2)).isEqualTo(1);
    }

    @Test
    void percentilesAreAStraightLineWhoseEndsAreClipped() {
        ToneCurve tone = new PercentileTone(0.2, 0.6);
        assertThat(tone.apply(0.1)).isZero();
        assertThat(tone.apply(0.2)).isZero();
        assertThat(tone.apply(0.3)).isCloseTo(0.25, within(NEAR));
        assertThat(tone.apply(0.6)).isEqualTo(1);
        assertThat(tone.apply(0.9)).isEqualTo(1);
    }

    @Test
    void anotherFramesScaleIsBroughtToTheCurves() {
        RescaledTone half = new RescaledTone(new IdentityTone(), 0.5, 0.25);
        assertThat(half.quantised(0)).isEqualTo(16_384);
        assertThat(half.quantised(0.5)).isEqualTo(32_768);
        assertThat(half.quantised(1)).isEqualTo(49_151);
        RescaledTone beyond = new RescaledTone(new IdentityTone(), 4, -1);
        assertThat(beyond.quantised(0)).isZero();
        assertThat(beyond.quantised(1)).isEqualTo(65_535);
        assertThat(beyond.apply(new float[] {0, 0.375f, 1})).containsExactly((short) 0, (short) 32_768, (short) 65_535);
    }

    @Test
    void onlyWhatChangesNothingIsTheIdentity() {
        assertThat(new RescaledTone(new IdentityTone(), 1, 0).isIdentity()).isTrue();
        assertThat(new RescaledTone(new IdentityTone(), 1, 1e-9).isIdentity()).isFalse();
        assertThat(new RescaledTone(new IdentityTone(), 1.000001, 0).isIdentity())
                .isFalse();
        assertThat(new RescaledTone(new PercentileTone(0, 1), 1, 0).isIdentity())
                .isFalse();
    }

    @Test
    void aTableIsTheCurveAtEveryOfItsValues() {
        RescaledTone tone = new RescaledTone(new MidtoneTone(0.01, 0.2), 1.2, -0.1);
        short[] all = new short[65_536];
        for (int i = 0; i < all.length; i++) {
            all[i] = (short) i;
        }
        short[] into = new short[all.length];
        assertThat(ToneTable.of(tone).apply(all, into)).isSameAs(into);
        for (int i = 0; i < all.length; i++) {
            assertThat(Short.toUnsignedInt(into[i])).isEqualTo(tone.quantised(i / 65_535.0));
        }
        assertThat(ToneTable.of(tone).apply(all, all)).isEqualTo(into);
    }

    @Test
    void aSkyBecomesAQuarterAndItsShadowsBlack() {
        ToneFit fit = ToneFit.ofSky(new Spread(0.1, 0.001, 0.05));
        assertThat(fit.black()).isCloseTo(0.1 - 2.8 * 0.001, within(NEAR));
        assertThat(fit.white()).isCloseTo(0.1 + 2000 * 0.001, within(NEAR));
        double background = (0.1 - fit.black()) / (fit.white() - fit.black());
        assertThat(MidtoneTone.transfer(fit.midtones(), background)).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void whereNothingLiesInTheShadowsBlackIsTheLeastButADeviationBelowTheMedian() {
        assertThat(ToneFit.ofSky(new Spread(0.1, 0.01, 0.08)).black()).isCloseTo(0.08, within(NEAR));
        assertThat(ToneFit.ofSky(new Spread(0.1, 0.01, 0.0999)).black()).isCloseTo(0.09, within(NEAR));
    }

    @Property(tries = 100)
    void theCurveOfASkyDoesNotDependOnItsScale(
            @ForAll @DoubleRange(min = 0.01, max = 1e5) double gain,
            @ForAll @DoubleRange(min = -1000, max = 1000) double offset) {
        ToneFit plain = ToneFit.ofSky(new Spread(100, 3, 90));
        ToneFit scaled = ToneFit.ofSky(new Spread(100 * gain + offset, 3 * gain, 90 * gain + offset));
        assertThat(scaled.midtones()).isCloseTo(plain.midtones(), within(1e-7));
        assertThat((scaled.black() - offset) / gain).isCloseTo(plain.black(), within(1e-3));
        assertThat((scaled.white() - offset) / gain).isCloseTo(plain.white(), within(1e-3));
    }

    @Test
    void withoutSpreadNothingIsChanged() {
        ToneFit fit = ToneFit.ofSky(new Spread(0.4, 0, 0.4));
        assertThat(fit).isEqualTo(new ToneFit(0, 1, MidtoneTone.NEUTRAL));
        assertThat(MidtoneTone.transfer(MidtoneTone.NEUTRAL, 0.37)).isCloseTo(0.37, within(NEAR));
    }

    @Test
    void oneCurveForAllChannelsClipsNoneOfThem() {
        ToneFit common = ToneFit.common(
                List.of(new ToneFit(0.1, 0.8, 0.2), new ToneFit(0.2, 0.9, 0.4), new ToneFit(0.3, 0.7, 0.3)));
        assertThat(common.black()).isEqualTo(0.1);
        assertThat(common.white()).isEqualTo(0.9);
        assertThat(common.midtones()).isCloseTo(0.3, within(NEAR));
        assertThat(ToneFit.common(List.of())).isEqualTo(new ToneFit(0, 1, MidtoneTone.NEUTRAL));
    }
}
