package io.astrochrome.imaging.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.samples.FloatSamples;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChannelLightTest {
    private static final int WIDTH = 4;
    private static final int HEIGHT = 3;

    @Test
    void isInTheFilesOwnUnits() {
        float[] samples = new float[WIDTH * HEIGHT];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (i + 1) / 16f;
        }
        ChannelLight light = ChannelLight.of(frame(new SampleLevels(-100, 700), new FloatSamples(samples)), 0);
        assertThat(light.width()).isEqualTo(WIDTH);
        assertThat(light.height()).isEqualTo(HEIGHT);
        for (int i = 0; i < samples.length; i++) {
            assertThat(light.value(i)).isCloseTo(-100 + 800 * (i + 1) / 16f, within(1e-3f));
        }
    }

    @Test
    void sixteenBitsAreUnsigned() {
        short[] samples = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, (short) 40_000, (short) 65_535};
        ChannelLight light = ChannelLight.of(frame(SampleLevels.SIXTEEN_BITS, new UnsignedShortSamples(samples)), 0);
        assertThat(light.value(0)).as("next to others like it").isZero();
        assertThat(light.value(10)).isCloseTo(40_000, within(0.01f));
        assertThat(light.value(11)).isEqualTo(65_535);
    }

    @Test
    void zerosFarFromAllOthersAreMissing() {
        short[] samples = {0, 0, 900, 901, 902, 903, 904, 905, 906, 907, 908, 909};
        ChannelLight light = ChannelLight.of(frame(SampleLevels.SIXTEEN_BITS, new UnsignedShortSamples(samples)), 0);
        assertThat(light.value(0)).isNaN();
        assertThat(light.value(1)).isNaN();
        assertThat(light.value(2)).isCloseTo(900, within(0.01f));
    }

    @Test
    void eachChannelHasItsOwn() {
        Samples[] planes = new Samples[3];
        for (int channel = 0; channel < 3; channel++) {
            short[] samples = new short[WIDTH * HEIGHT];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (1000 * (channel + 1) + i);
            }
            planes[channel] = new UnsignedShortSamples(samples);
        }
        DecodedFrame frame = frame(SampleLevels.SIXTEEN_BITS, planes);
        for (int channel = 0; channel < 3; channel++) {
            assertThat(ChannelLight.of(frame, channel).value(5)).isCloseTo(1000 * (channel + 1) + 5, within(0.01f));
        }
    }

    private static DecodedFrame frame(SampleLevels levels, Samples... planes) {
        return new DecodedFrame(
                MediaType.FITS,
                WIDTH,
                HEIGHT,
                true,
                levels,
                List.of(planes),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
