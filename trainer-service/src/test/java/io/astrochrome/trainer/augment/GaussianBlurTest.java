package io.astrochrome.trainer.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.trainer.data.NormalisedLab;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianBlurTest {
    private static final int SIDE = 41;
    private static final int MIDDLE = SIDE / 2;

    /** A star of one pixel in the middle, in l; half as much in a, negative in b. */
    private static NormalisedLab star() {
        NormalisedLab picture = NormalisedLab.ofSize(SIDE, SIDE);
        int at = MIDDLE * SIDE + MIDDLE;
        picture.l()[at] = 1;
        picture.a()[at] = 0.5f;
        picture.b()[at] = -0.25f;
        return picture;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.8, 1.5, 3})
    void aStarSpreadsByThatDeviation(double sigma) {
        NormalisedLab picture = star();
        new GaussianBlur(sigma).apply(picture);

        double sum = 0;
        double columns = 0;
        double rows = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            int x = i % SIDE - MIDDLE;
            int y = (i - i % SIDE) / SIDE - MIDDLE;
            sum += picture.l()[i];
            columns += picture.l()[i] * x * x;
            rows += picture.l()[i] * y * y;
        }
        assertThat(sum).as("no light is lost").isEqualTo(1, within(1e-4));
        assertThat(Math.sqrt(columns)).isEqualTo(sigma, within(0.04 * sigma));
        assertThat(Math.sqrt(rows)).isEqualTo(Math.sqrt(columns), within(1e-4));
    }

    @Test
    void aStarStaysRound() {
        NormalisedLab picture = star();
        new GaussianBlur(1.2).apply(picture);

        for (int away = 1; away < 4; away++) {
            float right = picture.l()[MIDDLE * SIDE + MIDDLE + away];
            assertThat(picture.l()[MIDDLE * SIDE + MIDDLE - away]).isEqualTo(right, within(1e-7f));
            assertThat(picture.l()[(MIDDLE + away) * SIDE + MIDDLE]).isEqualTo(right, within(1e-7f));
            assertThat(picture.l()[(MIDDLE - away) * SIDE + MIDDLE]).isEqualTo(right, within(1e-7f));
        }
    }

    @Test
    void colourIsBlurredLikeLightness() {
        NormalisedLab picture = star();
        new GaussianBlur(1).apply(picture);

        for (int i = 0; i < picture.l().length; i++) {
            assertThat(picture.a()[i]).isEqualTo(picture.l()[i] / 2, within(1e-7f));
            assertThat(picture.b()[i]).isEqualTo(-picture.l()[i] / 4, within(1e-7f));
        }
    }

    @Test
    void aBlurThatNobodySeesIsLeftOut() {
        NormalisedLab picture = star();
        new GaussianBlur(0.19).apply(picture);
        new GaussianBlur(0).apply(picture);

        assertThat(picture.l()).isEqualTo(star().l());
    }

    @Test
    void whatIsTheSameEverywhereStaysSoUpToTheEdges() {
        NormalisedLab picture = NormalisedLab.ofSize(5, 3);
        Arrays.fill(picture.l(), -0.75f);
        new GaussianBlur(4).apply(picture);

        for (float value : picture.l()) {
            assertThat(value).isEqualTo(-0.75f, within(1e-5f));
        }
    }

    @Test
    void aSinglePixelStaysWhatItIs() {
        NormalisedLab picture = NormalisedLab.ofSize(1, 1);
        picture.l()[0] = 0.5f;
        new GaussianBlur(2).apply(picture);

        assertThat(picture.l()[0]).isEqualTo(0.5f, within(1e-6f));
    }
}
