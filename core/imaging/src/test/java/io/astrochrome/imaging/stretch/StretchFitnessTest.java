package io.astrochrome.imaging.stretch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.samples.FloatSamples;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StretchFitnessTest {
    private static final int WIDTH = 700;
    private static final int HEIGHT = 500;
    private static final Stretch STRETCH = MidtoneStretch.LINKED;

    /** A sky of that many counts of 65535, with stars. */
    private static DecodedFrame sky(double background, double noise) {
        return frame(new UnsignedShortSamples(counts(background, noise)), SampleLevels.SIXTEEN_BITS);
    }

    private static short[] counts(double background, double noise) {
        Random random = new Random(3);
        short[] values = new short[WIDTH * HEIGHT];
        for (int i = 0; i < values.length; i++) {
            double star = random.nextInt(500) == 0 ? 20_000 : 0;
            values[i] = (short) Math.max(1, background + star + noise * random.nextGaussian());
        }
        return values;
    }

    private static DecodedFrame frame(Samples plane, SampleLevels levels) {
        return new DecodedFrame(
                MediaType.FITS,
                WIDTH,
                HEIGHT,
                true,
                levels,
                List.of(plane),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static StretchFitness fitness(DecodedFrame first, DecodedFrame now) {
        return StretchFitness.of(STRETCH.fit(first), STRETCH, now);
    }

    @Test
    void aCurveSuitsTheFrameThatItWasFittedTo() {
        StretchFitness fitness = fitness(sky(900, 30), sky(900, 30));

        assertThat(fitness.backgroundShift()).isCloseTo(0, within(0.02));
        assertThat(fitness.contrast()).isCloseTo(1, within(0.1));
        assertThat(fitness.isBearable()).isTrue();
    }

    @Test
    void aSkyThatGetsABitBrighterOrDarkerIsBorne() {
        assertThat(fitness(sky(900, 30), sky(935, 31)).isBearable()).isTrue();
        assertThat(fitness(sky(900, 30), sky(875, 30)).isBearable()).isTrue();
    }

    @Test
    void theCurveOfALensCapSuitsNoSky() {
        StretchFitness fitness = fitness(sky(100, 3), sky(900, 30));

        assertThat(fitness.backgroundShift()).isGreaterThan(0.25);
        assertThat(fitness.isBearable()).isFalse();
    }

    @Test
    void theCurveOfTwilightMakesTheNightBlack() {
        StretchFitness fitness = fitness(sky(30_000, 200), sky(900, 30));

        assertThat(fitness.backgroundShift()).isLessThan(-0.15);
        assertThat(fitness.isBearable()).isFalse();
    }

    @Test
    void framesOfAnotherScaleAreComparedInTheFilesOwnUnits() {
        DecodedFrame counts = sky(900, 30);
        float[] shares = new float[WIDTH * HEIGHT];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = counts.plane(0).get(i);
        }

        assertThat(fitness(counts, frame(new FloatSamples(shares), SampleLevels.SIXTEEN_BITS))
                        .isBearable())
                .as("the same counts as floats")
                .isTrue();
    }

    @Test
    void whatLiesBetweenTwoCurvesHasTheirParametersMean() {
        StretchCurve one = new StretchCurve(
                "midtone-linked", Map.of("black", 0.0, "white", 100.0, "shadows", 0.1, "midtones", 0.2));
        StretchCurve other = new StretchCurve(
                "midtone-linked", Map.of("black", 50.0, "white", 300.0, "shadows", 0.3, "midtones", 0.4));

        StretchCurve between = StretchBlend.of(one, other, 0.5);

        assertThat(between.parameters().get("black")).isEqualTo(25);
        assertThat(between.parameters().get("white")).isEqualTo(200);
        assertThat(between.parameters().get("midtones")).isCloseTo(0.3, within(1e-12));
        assertThat(StretchBlend.of(one, other, 0)).isEqualTo(one);
        assertThat(StretchBlend.of(one, other, 1)).isEqualTo(other);
        assertThatThrownBy(() -> StretchBlend.of(one, other, 1.5)).hasMessageContaining("share");
    }

    @Test
    void curvesOfDifferentStretchesHaveNothingBetween() {
        StretchCurve one = new StretchCurve(
                "midtone-linked", Map.of("black", 0.0, "white", 100.0, "shadows", 0.1, "midtones", 0.2));
        StretchCurve other =
                new StretchCurve("percentile", Map.of("black", 0.0, "white", 100.0, "low", 0.1, "high", 0.2));

        assertThat(StretchBlend.of(one, other, 0.5)).isEqualTo(other);
    }
}
