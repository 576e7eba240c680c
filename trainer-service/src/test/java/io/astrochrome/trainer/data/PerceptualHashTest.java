package io.astrochrome.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PerceptualHashTest {
    private static final long EVERYWHERE = -1;

    private static NormalisedLab picture(int width, int height, DoubleUnaryOperator ofColumn) {
        NormalisedLab picture = NormalisedLab.ofSize(width, height);
        for (int i = 0; i < picture.l().length; i++) {
            picture.l()[i] = (float) ofColumn.applyAsDouble((i % width + 0.5) / width);
        }
        return picture;
    }

    private static int rowOf(int index, int width) {
        return index / width;
    }

    /** Random blobs of light. */
    private static NormalisedLab blobs(long seed, int scale) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] phases = random.doubles(6, 0, 6).toArray();
        NormalisedLab picture = NormalisedLab.ofSize(72 * scale, 64 * scale);
        for (int i = 0; i < picture.l().length; i++) {
            double x = (i % picture.width() + 0.5) / picture.width();
            double y = (rowOf(i, picture.width()) + 0.5) / picture.height();
            double light = 0;
            for (int wave = 0; wave < 3; wave++) {
                light += Math.sin((5 + 3 * wave) * x + phases[wave]) * Math.cos((4 + 3 * wave) * y + phases[3 + wave]);
            }
            picture.l()[i] = (float) (light / 3);
        }
        return picture;
    }

    @Test
    void whatGetsBrighterToTheRightEverywhereHasAllBits() {
        assertThat(PerceptualHash.of(picture(90, 80, x -> 2 * x - 1))).isEqualTo(EVERYWHERE);
        assertThat(PerceptualHash.of(picture(90, 80, x -> 1 - 2 * x))).isZero();
        assertThat(PerceptualHash.of(picture(90, 80, x -> 0.5)))
                .as("the same everywhere")
                .isZero();
    }

    @Test
    void theFirstBitIsOfTheTopLeftAndTheLastOfTheBottomRight() {
        NormalisedLab topLeft = NormalisedLab.ofSize(9, 8);
        topLeft.l()[1] = 1;
        NormalisedLab bottomRight = NormalisedLab.ofSize(9, 8);
        bottomRight.l()[9 * 8 - 1] = 1;

        assertThat(PerceptualHash.of(topLeft)).isEqualTo(Long.MIN_VALUE);
        assertThat(PerceptualHash.of(bottomRight)).isEqualTo(1);
    }

    @Property(tries = 60)
    void aRestretchedPictureHasNearlyTheSameBits(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.5, max = 2) double gamma) {
        NormalisedLab restretched = blobs(seed, 1);
        for (int i = 0; i < restretched.l().length; i++) {
            restretched.l()[i] = (float) (2 * Math.pow((restretched.l()[i] + 1) / 2, gamma) - 1);
        }

        assertThat(PerceptualHash.distance(PerceptualHash.of(blobs(seed, 1)), PerceptualHash.of(restretched)))
                .isLessThanOrEqualTo(8);
    }

    @Property(tries = 30)
    void aScaledPictureHasNearlyTheSameBits(@ForAll long seed) {
        assertThat(PerceptualHash.distance(PerceptualHash.of(blobs(seed, 1)), PerceptualHash.of(blobs(seed, 3))))
                .isLessThanOrEqualTo(3);
    }

    @Test
    void strangersDifferInAboutHalfOfTheBits() {
        double differences = 0;
        for (int pair = 0; pair < 100; pair++) {
            differences += PerceptualHash.distance(
                    PerceptualHash.of(blobs(pair, 1)), PerceptualHash.of(blobs(1000 + pair, 1)));
        }

        assertThat(differences / 100).isBetween(25.0, 39.0);
    }

    @Property(tries = 100)
    void aPictureOfAnySizeHasAHash(
            @ForAll @IntRange(min = 1, max = 20) int width, @ForAll @IntRange(min = 1, max = 20) int height) {
        assertThat(PerceptualHash.of(picture(width, height, x -> 0.25))).isZero();
    }

    @Test
    void theDistanceIsTheNumberOfBitsThatDiffer() {
        assertThat(PerceptualHash.distance(0b1011, 0b0010)).isEqualTo(2);
        assertThat(PerceptualHash.distance(EVERYWHERE, 0)).isEqualTo(64);
        assertThat(PerceptualHash.distance(7, 7)).isZero();
    }
}
