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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StretchTest {
    private static final int SIDE = 100;

    @ParameterizedTest
    @ValueSource(strings = {"midtone-linked", "midtone-unlinked", "asinh"})
    void bringsTheBackgroundToAQuarter(String name) {
        DecodedFrame frame = sky(SampleLevels.SIXTEEN_BITS, 1200);
        StretchedFrame stretched = Stretch.named(name).fit(frame).apply(frame);
        assertThat(median(stretched.plane(0)) / 65535.0).isCloseTo(0.25, within(0.02));
    }

    @Test
    void clipsShadowsTwoPointEightDeviationsBelowTheMedian() {
        Map<String, Double> parameters =
                MidtoneStretch.LINKED.fit(sky(SampleLevels.SIXTEEN_BITS, 1200)).parameters();
        assertThat(parameters.get("black")).as("1200 - 2.8 x 30").isCloseTo(1116, within(6.0));
    }

    @Test
    void unlinkedMakesAGreenSkyNeutralAndLinkedKeepsItGreen() {
        DecodedFrame green = sky(SampleLevels.SIXTEEN_BITS, 1000, 2000, 1200);
        StretchedFrame unlinked = MidtoneStretch.UNLINKED.fit(green).apply(green);
        assertThat(median(unlinked.plane(1))).isCloseTo(median(unlinked.plane(0)), within(1500));
        StretchedFrame linked = MidtoneStretch.LINKED.fit(green).apply(green);
        assertThat(median(linked.plane(1))).isGreaterThan(median(linked.plane(0)) + 5000);
    }

    @Test
    void percentilesBecomeBlackAndWhite() {
        short[] ramp = new short[SIDE * SIDE];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (short) (1 + i);
        }
        DecodedFrame frame = frame(SampleLevels.SIXTEEN_BITS, new UnsignedShortSamples(ramp));
        StretchedFrame stretched = new PercentileStretch().fit(frame).apply(frame);
        assertThat(stretched.plane(0)[20]).isZero();
        assertThat(Short.toUnsignedInt(stretched.plane(0)[5000])).isCloseTo(32768, within(300));
        assertThat(Short.toUnsignedInt(stretched.plane(0)[9990])).isEqualTo(65535);
    }

    @Test
    void aCurveGivesTheSameLightTheSameGreyInAnotherRepresentation() {
        DecodedFrame integers = sky(SampleLevels.SIXTEEN_BITS, 1200);
        short[] values = ((UnsignedShortSamples) integers.plane(0)).values();
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (Short.toUnsignedInt(values[i]) + 32768) / 131071f;
        }
        DecodedFrame shifted = frame(new SampleLevels(-32768, 98303), new FloatSamples(floats));
        StretchCurve curve = MidtoneStretch.LINKED.fit(integers);
        short[] fromIntegers = curve.apply(integers).plane(0);
        short[] fromFloats = curve.apply(shifted).plane(0);
        for (int i = 0; i < fromFloats.length; i++) {
            assertThat(Short.toUnsignedInt(fromFloats[i])).isCloseTo(Short.toUnsignedInt(fromIntegers[i]), within(40));
        }
    }

    @Test
    void missingPixelsDoNotCount() {
        short[] values =
                ((UnsignedShortSamples) sky(SampleLevels.SIXTEEN_BITS, 1200).plane(0)).values();
        Arrays.fill(values, 0, values.length * 7 / 10, (short) 0);
        StretchCurve curve =
                MidtoneStretch.LINKED.fit(frame(SampleLevels.SIXTEEN_BITS, new UnsignedShortSamples(values)));
        assertThat(curve.parameters().get("black")).isCloseTo(1116, within(10.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"midtone-linked", "midtone-unlinked", "asinh", "percentile", "none"})
    void leavesAFrameWithoutSpreadAsItIs(String name) {
        for (int level : new int[] {0, 1, 700, 65535}) {
            short[] flat = new short[SIDE * SIDE];
            Arrays.fill(flat, (short) level);
            DecodedFrame frame = frame(SampleLevels.SIXTEEN_BITS, new UnsignedShortSamples(flat));
            StretchedFrame stretched = Stretch.named(name).fit(frame).apply(frame);
            assertThat(Short.toUnsignedInt(stretched.plane(0)[0])).isEqualTo(level);
        }
    }

    @Property(tries = 200)
    void theMidtoneFunctionNeverFallsAndKeepsItsEnds(
            @ForAll @Scale(6) @DoubleRange(min = 1e-6, max = 0.999) double balance,
            @ForAll @DoubleRange(min = 0, max = 1) double low,
            @ForAll @DoubleRange(min = 0, max = 1) double high) {
        double first = MidtoneTone.transfer(balance, Math.min(low, high));
        double second = MidtoneTone.transfer(balance, Math.max(low, high));
        assertThat(first).isBetween(0.0, second);
        assertThat(MidtoneTone.transfer(balance, balance)).isCloseTo(0.5, within(1e-9));
        assertThat(second).isLessThanOrEqualTo(1);
    }

    @Test
    void workInPlaceGivesTheSameAndKeepsTheArray() {
        DecodedFrame frame = sky(SampleLevels.SIXTEEN_BITS, 1200);
        StretchCurve curve = MidtoneStretch.LINKED.fit(frame);
        short[] apart = curve.apply(frame).plane(0);
        short[] inPlace = curve.applyInPlace(frame).plane(0);
        assertThat(inPlace)
                .isSameAs(((UnsignedShortSamples) frame.plane(0)).values())
                .isEqualTo(apart);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Stretch.named("sharp")).hasMessageContaining("midtone-linked");
        assertThatThrownBy(() -> new StretchCurve("sharp", Map.of())).hasMessageContaining("sharp");
        assertThatThrownBy(() -> new StretchCurve("asinh", Map.of("shadows", 0.0)))
                .hasMessageContaining("strength");
    }

    /** Gaussian noise of 30 around each background, and a few stars. */
    private static DecodedFrame sky(SampleLevels levels, int... backgrounds) {
        Samples[] planes = new Samples[backgrounds.length];
        for (int c = 0; c < planes.length; c++) {
            Random random = new Random(7 + c);
            short[] values = new short[SIDE * SIDE];
            for (int i = 0; i < values.length; i++) {
                values[i] = (short) (i % 997 == 0 ? 50_000 : backgrounds[c] + 30 * random.nextGaussian());
            }
            planes[c] = new UnsignedShortSamples(values);
        }
        return frame(levels, planes);
    }

    private static DecodedFrame frame(SampleLevels levels, Samples... planes) {
        return new DecodedFrame(
                MediaType.FITS,
                SIDE,
                SIDE,
                true,
                levels,
                List.of(planes),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static int median(short[] plane) {
        int[] values = new int[plane.length];
        Arrays.setAll(values, i -> Short.toUnsignedInt(plane[i]));
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
