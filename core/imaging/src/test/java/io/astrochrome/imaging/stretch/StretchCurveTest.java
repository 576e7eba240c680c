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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StretchCurveTest {
    private static final Map<String, Double> MIDTONES =
            Map.of("black", 100.0, "white", 900.0, "shadows", 0.0, "midtones", 0.25);
    private static final StretchCurve CURVE = new StretchCurve("midtone-linked", MIDTONES);

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"black", "white", "shadows", "midtones"})
    void isNoneWithoutEachOfItsParameters(String missing) {
        Map<String, Double> others = new HashMap<>(MIDTONES);
        others.remove(missing);
        assertThatThrownBy(() -> new StretchCurve("midtone-linked", others))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a curve needs a " + missing);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"black.green", "white.blue", "shadows.green", "midtones.blue"})
    void isNoneWithoutOneOfAChannels(String missing) {
        Map<String, Double> channels = channels();
        assertThat(new StretchCurve("midtone-unlinked", channels).parameters()).hasSize(12);
        channels.remove(missing);
        assertThatThrownBy(() -> new StretchCurve("midtone-unlinked", channels))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a curve needs a " + missing.replaceAll("\\..*", ""));
    }

    @Test
    void isNoneWhereWhiteIsNotAboveBlack() {
        Map<String, Double> turned = new HashMap<>(MIDTONES);
        turned.put("white", 100.0);
        assertThatThrownBy(() -> new StretchCurve("midtone-linked", turned)).hasMessageContaining("above black");
    }

    @Test
    void itsParametersCannotBeChanged() {
        Map<String, Double> given = new HashMap<>(MIDTONES);
        StretchCurve curve = new StretchCurve("midtone-linked", given);
        given.put("midtones", 0.9);
        assertThat(curve).isEqualTo(CURVE);
        assertThatThrownBy(() -> curve.parameters().put("midtones", 0.9))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void bringsWhatTheFileHadToItsOwnBlackAndWhite() {
        // Samples of 0 and 1 were 0 and 1000 in the file.
        float[] samples = {0, 0.1f, 0.3f, 0.5f, 0.9f, 1};
        short[] grey = CURVE.apply(frame(6, 1, new SampleLevels(0, 1000), new FloatSamples(samples)))
                .plane(0);
        assertThat(values(grey)[0]).isZero();
        assertThat(values(grey)[1]).isZero();
        assertThat(values(grey)[2]).as("a quarter of its range").isCloseTo(32_768, within(1));
        assertThat(values(grey)[3]).as("a half of its range").isCloseTo((int) (65_535 * 0.75), within(1));
        assertThat(values(grey)[4]).isEqualTo(65_535);
        assertThat(values(grey)[5]).isEqualTo(65_535);
    }

    @Property(tries = 30)
    void theSameLightIsTheSameGreyWhateverTheScaleThatItWasStoredWith(
            @ForAll @DoubleRange(min = -5000, max = 0) double black,
            @ForAll @DoubleRange(min = 1000, max = 90_000) double white) {
        double[] light = {0, 150, 300, 420, 777, 950};
        float[] samples = new float[light.length];
        for (int i = 0; i < light.length; i++) {
            samples[i] = (float) ((light[i] - black) / (white - black));
        }
        int[] grey = values(CURVE.apply(frame(6, 1, new SampleLevels(black, white), new FloatSamples(samples)))
                .plane(0));
        MidtoneTone tone = new MidtoneTone(0, 0.25);
        for (int i = 0; i < light.length; i++) {
            double expected = 65_535 * tone.apply(Math.max(0, Math.min(1, (light[i] - 100) / 800)));
            assertThat((double) grey[i]).isCloseTo(expected, within(10.0));
        }
    }

    @Test
    void eachChannelHasItsOwnCurve() {
        StretchCurve curve = new StretchCurve("midtone-unlinked", channels());
        Samples plane = new FloatSamples(new float[] {0.5f});
        DecodedFrame colour = frame(1, 1, new SampleLevels(0, 1000), plane, plane, plane);
        assertThat(values(curve.apply(colour).plane(0))[0]).isCloseTo(grey(0.1, 0.5), within(1));
        assertThat(values(curve.apply(colour).plane(1))[0]).isCloseTo(grey(0.2, 0.5), within(1));
        assertThat(values(curve.apply(colour).plane(2))[0]).isCloseTo(grey(0.3, 0.5), within(1));
    }

    @Test
    void whatChangesNothingSharesTheFramesPlanes() {
        short[] samples = {0, 7, (short) 65_535};
        DecodedFrame frame = frame(3, 1, new SampleLevels(-40, 70), new UnsignedShortSamples(samples));
        assertThat(NoStretch.curve().apply(frame).plane(0)).isSameAs(samples);
        assertThat(NoStretch.curve().applyInPlace(frame).plane(0)).isSameAs(samples);
        DecodedFrame floats = frame(2, 1, new SampleLevels(-40, 70), new FloatSamples(new float[] {0.5f, 1}));
        assertThat(values(NoStretch.curve().apply(floats).plane(0))).containsExactly(32_768, 65_535);
    }

    @Test
    void notInPlaceTheFrameIsAsItWas() {
        short[] samples = {100, 300, 900};
        CURVE.apply(frame(3, 1, SampleLevels.SIXTEEN_BITS, new UnsignedShortSamples(samples)));
        assertThat(samples).containsExactly((short) 100, (short) 300, (short) 900);
    }

    @Property(tries = 100)
    void betweenTwoCurvesEachParameterIsThatShareOfTheWay(@ForAll @DoubleRange(min = 0, max = 1) double share) {
        StretchCurve other = new StretchCurve(
                "midtone-linked", Map.of("black", 200.0, "white", 1900.0, "shadows", 0.0, "midtones", 0.05));
        StretchCurve between = StretchBlend.of(CURVE, other, share);
        assertThat(between.name()).isEqualTo("midtone-linked");
        assertThat(between.parameters().get("black")).isCloseTo(100 + 100 * share, within(1e-9));
        assertThat(between.parameters().get("white")).isCloseTo(900 + 1000 * share, within(1e-9));
        assertThat(between.parameters().get("midtones")).isCloseTo(0.25 - 0.2 * share, within(1e-9));
    }

    @Test
    void theWayHasBothItsEnds() {
        StretchCurve other = new StretchCurve(
                "midtone-linked", Map.of("black", 0.1, "white", 0.7, "shadows", 0.3, "midtones", 0.05));
        assertThat(StretchBlend.of(CURVE, other, 0)).isEqualTo(CURVE);
        assertThat(StretchBlend.of(CURVE, other, 1)).isEqualTo(other);
    }

    @Test
    void betweenDifferentStretchesThereIsNothing() {
        StretchCurve unlinked = new StretchCurve("midtone-unlinked", channels());
        StretchCurve renamed = new StretchCurve("midtone-unlinked", MIDTONES);
        assertThat(StretchBlend.of(CURVE, NoStretch.curve(), 0)).isEqualTo(NoStretch.curve());
        assertThat(StretchBlend.of(CURVE, renamed, 0.5)).isEqualTo(renamed);
        assertThat(StretchBlend.of(renamed, unlinked, 0.5)).isEqualTo(unlinked);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aShareIsBetweenNothingAndAll(double share) {
        assertThatThrownBy(() -> StretchBlend.of(CURVE, CURVE, share)).hasMessageContaining("in [0, 1], not " + share);
    }

    @Test
    void framesThatAreNotLinearAreNotStretched() {
        Samples plane = new FloatSamples(new float[1]);
        DecodedFrame grey = frame(1, 1, SampleLevels.UNIT, plane);
        DecodedFrame colour = frame(1, 1, SampleLevels.UNIT, plane, plane, plane);
        assertThat(StretchChoice.DEFAULT.of(grey)).isEqualTo(MidtoneStretch.LINKED);
        assertThat(StretchChoice.DEFAULT.of(colour)).isEqualTo(MidtoneStretch.UNLINKED);
        StretchChoice other = new StretchChoice(new AsinhStretch(), new PercentileStretch());
        assertThat(other.of(grey)).isEqualTo(new AsinhStretch());
        assertThat(other.of(colour)).isEqualTo(new PercentileStretch());
        DecodedFrame encoded = new DecodedFrame(
                MediaType.PNG,
                1,
                1,
                false,
                SampleLevels.UNIT,
                List.of(plane),
                List.of(),
                Optional.empty(),
                Optional.empty());
        assertThat(other.of(encoded)).isEqualTo(new NoStretch());
    }

    @ParameterizedTest(name = "{0} times as much")
    @ValueSource(doubles = {1, 0.001, 40_000})
    void aSkysCurveShowsItAtAQuarterOnAnyScale(double gain) {
        Random random = new Random(3);
        float[] values = new float[20_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (gain * (50 + random.nextGaussian()));
        }
        values[7] = Float.NaN;
        values[8] = (float) (gain * 1e6);
        values[9] = (float) (gain * -1e6);
        float[] visible = SkyCurve.of(values).apply(values);
        assertThat(visible[7]).isZero();
        assertThat(visible[8]).isEqualTo(1);
        assertThat(visible[9]).isZero();
        Arrays.sort(visible);
        assertThat(visible[visible.length / 2]).isCloseTo(0.25f, within(0.01f));
    }

    @Test
    void oneCurveForChannelsKeepsTheirColour() {
        Random random = new Random(4);
        float[][] channels = new float[3][20_000];
        for (int i = 0; i < 20_000; i++) {
            for (int c = 0; c < 3; c++) {
                channels[c][i] = (float) (50 + random.nextGaussian() + (i == 77 ? 500 * (c + 1) : 0));
            }
        }
        SkyCurve common = SkyCurve.common(channels);
        float red = common.apply(channels[0])[77];
        float green = common.apply(channels[1])[77];
        float blue = common.apply(channels[2])[77];
        assertThat(red).isLessThan(green);
        assertThat(green).isLessThan(blue);
        assertThat(common.apply(channels[0]).length).isEqualTo(20_000);
    }

    private static Map<String, Double> channels() {
        Map<String, Double> channels = new HashMap<>();
        int number = 1;
        for (String channel : List.of(".red", ".green", ".blue")) {
            channels.put("black" + channel, 0.0);
            channels.put("white" + channel, 1000.0);
            channels.put("shadows" + channel, 0.0);
            channels.put("midtones" + channel, number++ / 10.0);
        }
        return channels;
    }

    private static int grey(double midtones, double value) {
        return (int) Math.round(65_535 * MidtoneTone.transfer(midtones, value));
    }

    private static int[] values(short[] plane) {
        int[] values = new int[plane.length];
        Arrays.setAll(values, i -> Short.toUnsignedInt(plane[i]));
        return values;
    }

    private static DecodedFrame frame(int width, int height, SampleLevels levels, Samples... planes) {
        return new DecodedFrame(
                MediaType.FITS,
                width,
                height,
                true,
                levels,
                List.of(planes),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
