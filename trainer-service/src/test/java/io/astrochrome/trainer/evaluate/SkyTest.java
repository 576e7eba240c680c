package io.astrochrome.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.imaging.color.LabImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class SkyTest {
    private static Sky of(float[] lStar, float[] a, float[] b) {
        return Sky.of(new LabImage(lStar.length, 1, lStar, a, b));
    }

    @Test
    void onlyPixelsUnderTenCountWhateverTheSignOfTheirTint() {
        Sky sky = of(new float[] {0, 9.9f, 10, 50}, new float[] {1, -2, 30, 30}, new float[] {-0.5f, 0.25f, 30, 30});

        assertThat(sky).isEqualTo(new Sky(2, 3, 0.75));
        assertThat(sky.meanA()).isEqualTo(1.5);
        assertThat(sky.meanB()).isEqualTo(0.375);
    }

    @Test
    void aPictureWithoutBlackSkyHasNoTintOfIt() {
        Sky bright = of(new float[] {80}, new float[] {5}, new float[] {5});

        assertThat(bright.meanA()).isNaN();
        assertThat(bright.meanB()).isNaN();
    }

    @Test
    void severalPicturesCountByTheirPixels() {
        Sky one = new Sky(1, 4, 0);
        Sky three = new Sky(3, 0, 6);

        assertThat(Sky.sum(List.of(one, three, new Sky(0, 0, 0)))).isEqualTo(new Sky(4, 4, 6));
        assertThat(Sky.sum(List.of(one, three)).meanA()).isEqualTo(1);
        assertThat(Sky.sum(List.of())).isEqualTo(new Sky(0, 0, 0));
    }
}
