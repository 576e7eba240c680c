package io.astrochrome.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.imaging.color.LabImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class SkyTintTest {
    private static SkyTint of(float[] lStar, float[] a, float[] b) {
        return SkyTint.of(new LabImage(lStar.length, 1, lStar, a, b));
    }

    @Test
    void onlyPixelsUnderTenCountWhateverTheSignOfTheirTint() {
        SkyTint sky =
                of(new float[] {0, 9.9f, 10, 50}, new float[] {1, -2, 30, 30}, new float[] {-0.5f, 0.25f, 30, 30});

        assertThat(sky).isEqualTo(new SkyTint(2, 3, 0.75));
        assertThat(sky.meanA()).isEqualTo(1.5);
        assertThat(sky.meanB()).isEqualTo(0.375);
    }

    @Test
    void aPictureWithoutBlackSkyHasNoTintOfIt() {
        SkyTint bright = of(new float[] {80}, new float[] {5}, new float[] {5});

        assertThat(bright.meanA()).isNaN();
        assertThat(bright.meanB()).isNaN();
    }

    @Test
    void severalPicturesCountByTheirPixels() {
        SkyTint one = new SkyTint(1, 4, 0);
        SkyTint three = new SkyTint(3, 0, 6);

        assertThat(SkyTint.sum(List.of(one, three, new SkyTint(0, 0, 0)))).isEqualTo(new SkyTint(4, 4, 6));
        assertThat(SkyTint.sum(List.of(one, three)).meanA()).isEqualTo(1);
        assertThat(SkyTint.sum(List.of())).isEqualTo(new SkyTint(0, 0, 0));
    }
}
