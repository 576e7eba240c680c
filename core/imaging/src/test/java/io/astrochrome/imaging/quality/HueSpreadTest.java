package io.astrochrome.imaging.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.color.LabImage;
import org.junit.jupiter.api.Test;

class HueSpreadTest {
    /** A row of pixels, one of each colour. */
    private static LabImage row(float[] a, float[] b) {
        return new LabImage(a.length, 1, new float[a.length], a, b);
    }

    @Test
    void oneHueHasNoSpreadHoweverStrong() {
        assertThat(HueSpread.of(row(new float[] {10, 20, 40}, new float[] {5, 10, 20})))
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void opposedHuesAreSpreadAllRound() {
        assertThat(HueSpread.of(row(new float[] {30, -10}, new float[] {0, 0}))).isCloseTo(1, within(1e-9));
    }

    @Test
    void aQuarterOfTheCircleLiesBetween() {
        assertThat(HueSpread.of(row(new float[] {20, 0}, new float[] {0, 20})))
                .isCloseTo(1 - Math.sqrt(0.5), within(1e-6));
    }

    @Test
    void whatIsNearlyGreyHasNoHue() {
        assertThat(HueSpread.of(row(new float[] {20, -7}, new float[] {0, 0}))).isCloseTo(0, within(1e-9));
        assertThat(HueSpread.of(row(new float[] {1, -2}, new float[] {3, 0}))).isZero();
        assertThat(HueSpread.of(new LabImage(2, 1, new float[2], null, null))).isZero();
    }
}
