package io.astrochrome.imaging.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.color.LabImage;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTallyTest {
    private static final PaletteLayout LAYOUT = new PaletteLayout(148);

    @Property
    void keepsTheMeanColourOfALightness(
            @ForAll @FloatRange(min = -0.5f, max = 0.5f) float a,
            @ForAll @FloatRange(min = -0.5f, max = 0.5f) float b,
            @ForAll @FloatRange(min = -1, max = 1) float l) {
        PaletteTally tally = LAYOUT.tally();
        tally.count(l, a, b);
        float[] vector = tally.vector();
        float[] knots = LAYOUT.knotValues();
        for (int band = 0; band < PaletteLayout.BANDS; band++) {
            double sum = 0;
            double meanA = 0;
            double meanB = 0;
            for (int i = 0; i < knots.length * knots.length; i++) {
                double share = vector[band * knots.length * knots.length + i];
                sum += share;
                meanA += share * knots[i / knots.length];
                meanB += share * knots[i % knots.length];
            }
            assertThat(sum).isBetween(0.0, 1.0);
            assertThat(meanA).isCloseTo(sum * a, within(1e-5));
            assertThat(meanB).isCloseTo(sum * b, within(1e-5));
        }
        assertThat(vector[147]).isEqualTo(1);
    }

    @Test
    void tellsTheColourOfTheSkyFromThatOfTheHighlights() {
        LabImage picture =
                new LabImage(2, 1, new float[] {5, 90}, new float[] {0, 24.4444f}, new float[] {-24.4444f, 0});
        float[] vector = LAYOUT.tally().count(picture).vector();
        int sky = 3 * 7 + 1; // a = 0 is the fourth of seven knots, b = -24.4 the second
        int highlights = 2 * 49 + 5 * 7 + 3;
        assertThat(vector[sky]).isCloseTo(1, within(0.01f));
        assertThat(vector[highlights]).isCloseTo(1, within(0.01f));
    }

    @Test
    void countsColoursBeyondTheReachForTheOutermostKnots() {
        PaletteTally tally = LAYOUT.tally();
        tally.count(1, 3, -3);
        assertThat(tally.vector()[2 * 49 + 6 * 7]).isCloseTo(1, within(0.01f));
    }

    @Test
    void isUnguidedWhereNothingWasCounted() {
        assertThat(LAYOUT.tally().vector()).containsOnly(0);
    }

    @Test
    void hasNothingToTellOfAGreyPicture() {
        LabImage grey = new LabImage(1, 1, new float[] {50}, null, null);
        assertThatThrownBy(() -> LAYOUT.tally().count(grey)).hasMessageContaining("without colour");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 4, 10, 27, 29, 49, 65, 147})
    void refusesALengthThatNoPaletteHas(int width) {
        assertThatThrownBy(() -> new PaletteLayout(width)).hasMessageContaining("not " + width);
    }
}
