package io.astrochrome.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.astrochrome.imaging.color.LabImage;
import org.junit.jupiter.api.Test;

class NormalisedLabTest {
    @Test
    void fourQuartersAreAWholeTurn() {
        NormalisedLab planes = NormalisedLab.ofSize(3, 2);
        for (int i = 0; i < 6; i++) {
            planes.l()[i] = i;
            planes.a()[i] = 10 + i;
            planes.b()[i] = 20 + i;
        }

        NormalisedLab once = planes.turned();
        NormalisedLab whole = once.turned().turned().turned();

        assertThat(once.width()).isEqualTo(2);
        assertThat(once.height()).isEqualTo(3);
        assertThat(once.l()).containsExactly(3, 0, 4, 1, 5, 2);
        assertThat(once.b()).containsExactly(23, 20, 24, 21, 25, 22);
        assertThat(whole.width()).isEqualTo(3);
        assertThat(whole.a()).containsExactly(planes.a());
    }

    /** Every value says where it is. */
    private static NormalisedLab places(int width, int height) {
        NormalisedLab picture = NormalisedLab.ofSize(width, height);
        for (int i = 0; i < width * height; i++) {
            picture.l()[i] = i;
            picture.a()[i] = 1000 + i;
            picture.b()[i] = 2000 + i;
        }
        return picture;
    }

    @Test
    void theMiddleIsCutOutOfAllPlanesAlike() {
        NormalisedLab crop = places(6, 5).centreCrop(2, 3);

        assertThat(crop.l()).containsExactly(8, 9, 14, 15, 20, 21);
        assertThat(crop.a()).containsExactly(1008, 1009, 1014, 1015, 1020, 1021);
        assertThat(crop.b()).containsExactly(2008, 2009, 2014, 2015, 2020, 2021);
        assertThat(places(6, 5).centreCrop(6, 5).l()).isEqualTo(places(6, 5).l());
        assertThat(places(6, 5).centreCrop(1, 1).l())
                .as("an odd one more is left below")
                .containsExactly(14);
    }

    @Test
    void aCropThatIsLargerThanThePictureIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> places(6, 5).centreCrop(6, 6))
                .withMessage("a crop of 6 x 6 does not fit into a picture of 6 x 5");
        assertThatIllegalArgumentException().isThrownBy(() -> places(6, 5).centreCrop(7, 5));
    }

    @Test
    void planesHaveAValueForEachPixel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NormalisedLab(3, 2, new float[6], new float[6], new float[5]))
                .withMessage("planes of 3 x 2 have 6 values");
    }

    @Test
    void inItsOwnUnitsBlackIsNothingAndWhiteAHundred() {
        LabImage picture = new NormalisedLab(
                        3, 1, new float[] {-1, 0, 1}, new float[] {-1, 0, 0.5f}, new float[] {0, 1, -0.5f})
                .picture();

        assertThat(picture.lStar()).containsExactly(0, 50, 100);
        assertThat(picture.requireA()).containsExactly(-110, 0, 55);
        assertThat(picture.requireB()).containsExactly(0, 110, -55);
    }
}
