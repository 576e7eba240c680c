package io.astrochrome.imaging.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.color.LabImage;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PaletteTest {
    private static final PaletteLayout LAYOUT = new PaletteLayout(148);

    @Test
    void aPicturesSwatchesGiveNearlyTheVectorOfItsPixels() {
        SplittableRandom random = new SplittableRandom(3);
        int side = 100;
        float[] l = new float[side * side];
        float[] a = new float[side * side];
        float[] b = new float[side * side];
        for (int i = 0; i < l.length; i++) {
            l[i] = (float) (100 * random.nextDouble());
            a[i] = (float) (l[i] / 2 * random.nextDouble());
            b[i] = (float) (30 * random.nextGaussian());
        }
        LabImage picture = new LabImage(side, side, l, a, b);
        float[] exact = LAYOUT.tally().count(picture).vector();
        Palette palette = Palette.of("like this", picture);
        assertThat(palette.swatches().size()).isLessThan(3000);
        assertThat(palette.vector(LAYOUT)).containsExactly(exact, within(0.03f));
    }

    @Test
    void thePalettesOfOperatorsDifferInTheColoursTheyGive() {
        assertThat(Palettes.names()).containsExactly("natural", "sho", "hoo", "infrared");
        List<float[]> vectors = Palettes.names().stream()
                .map(name -> Palettes.named(name).orElseThrow().vector(LAYOUT))
                .toList();
        for (int i = 0; i < vectors.size(); i++) {
            assertThat(vectors.get(i)[147]).isEqualTo(1);
            for (int j = 0; j < i; j++) {
                assertThat(distance(vectors.get(i), vectors.get(j))).isGreaterThan(0.5);
            }
        }
    }

    private static double distance(float[] some, float[] other) {
        double sum = 0;
        for (int i = 0; i < some.length; i++) {
            sum += Math.abs(some[i] - other[i]);
        }
        return sum;
    }

    @Test
    void noneOfThemTintsBlackSky() {
        for (String name : Palettes.names()) {
            assertThat(Palettes.named(name).orElseThrow().swatches())
                    .filteredOn(swatch -> swatch.lStar() < 5)
                    .isNotEmpty()
                    .allSatisfy(swatch ->
                            assertThat(Math.hypot(swatch.a(), swatch.b())).isLessThan(4));
        }
    }

    @Test
    void anUnknownNameHasNone() {
        assertThat(Palettes.named("sepia")).isEmpty();
        assertThat(Palettes.named(Palettes.NONE)).isEmpty();
    }

    @Test
    void refusesWhatIsNoColour() {
        assertThatThrownBy(() -> new Swatch(101, 0, 0, 1)).hasMessageContaining("101");
        assertThatThrownBy(() -> new Swatch(50, Float.NaN, 0, 1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Swatch(50, 0, 0, 0)).hasMessageContaining("share");
        assertThatThrownBy(() -> new Palette("empty", List.of())).hasMessageContaining("swatch");
        assertThatThrownBy(() -> Palette.of("grey", new LabImage(1, 1, new float[1], null, null)))
                .hasMessageContaining("without colour");
    }
}
