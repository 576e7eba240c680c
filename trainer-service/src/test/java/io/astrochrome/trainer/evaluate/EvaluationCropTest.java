package io.astrochrome.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.trainer.data.NormalisedLab;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationCropTest {
    private static final EvaluationCrop CROP = new EvaluationCrop(32);

    private static NormalisedLab ramp(int width, int height) {
        NormalisedLab picture = NormalisedLab.ofSize(width, height);
        for (int i = 0; i < picture.l().length; i++) {
            picture.l()[i] = 2f * (i % width + 0.5f) / width - 1;
            picture.a()[i] = 0.25f;
            picture.b()[i] = -picture.l()[i] / 2;
        }
        return picture;
    }

    @Test
    void aPictureOfTheSideIsLeftAsItIsAndItsMiddleTaken() {
        NormalisedLab wide = ramp(48, 32);
        NormalisedLab crop = CROP.of(wide);

        for (int x = 0; x < 32; x++) {
            assertThat(crop.l()[x]).isEqualTo(wide.l()[8 + x]);
        }
        assertThat(CROP.of(ramp(32, 32)).l()).isEqualTo(ramp(32, 32).l());
    }

    @Property(tries = 60)
    void anyPictureComesToThatSide(
            @ForAll @IntRange(min = 1, max = 200) int width, @ForAll @IntRange(min = 1, max = 200) int height) {
        NormalisedLab crop = CROP.of(ramp(width, height));

        assertThat(crop.width()).isEqualTo(32);
        assertThat(crop.height()).isEqualTo(32);
        for (int i = 0; i < crop.l().length; i++) {
            assertThat(crop.a()[i]).isEqualTo(0.25f, within(1e-4f));
            assertThat(crop.l()[i]).isBetween(-1f, 1f);
        }
    }

    @Test
    void colourIsBroughtToTheSideAsLightnessIs() {
        NormalisedLab crop = CROP.of(ramp(96, 80));
        // 80 rows become 32, 96 columns 38, of which the middle 32 are taken.
        for (int i = 0; i < crop.l().length; i++) {
            assertThat(crop.b()[i]).isEqualTo(-crop.l()[i] / 2, within(1e-5f));
        }
        assertThat(crop.l()[16]).isEqualTo(2f * (3 + 16.5f) / 38 - 1, within(5e-3f));
    }

    @Test
    void overshootsAtStarsAreCutOff() {
        NormalisedLab star = NormalisedLab.ofSize(64, 64);
        Arrays.fill(star.l(), -1);
        for (int i = 0; i < star.l().length; i++) {
            star.l()[i] = i % 64 > 30 && i % 64 < 35 ? 1 : -1;
        }

        for (float value : CROP.of(star).l()) {
            assertThat(value).isBetween(-1f, 1f);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-32, 0, 31, 100})
    void theSideIsOneThatEncodersHalve(int side) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EvaluationCrop(side))
                .withMessage("a crop's side must be a positive multiple of 32, not " + side);
    }
}
