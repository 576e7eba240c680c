package io.astrochrome.trainer.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.trainer.data.NormalisedLab;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ViewGeometryTest {
    private static final int SIDE = 32;
    private static final AugmentationSettings TURNED =
            new AugmentationSettings(true, 40, new Range(0.5, 3), new Range(1, 1), 0, new Range(0, 0), new Range(0, 0));
    private static final AugmentationSettings FLIPPED =
            new AugmentationSettings(true, 0, new Range(1, 1), new Range(1, 1), 0, new Range(0, 0), new Range(0, 0));

    /** Its l is the column, its a the row, both from -1 to 1; no two pixels are alike. */
    private static NormalisedLab places(int width, int height) {
        NormalisedLab picture = NormalisedLab.ofSize(width, height);
        for (int i = 0; i < picture.l().length; i++) {
            picture.l()[i] = 2f * (i % width) / (width - 1) - 1;
            picture.a()[i] = 2f * rowOf(i, width) / (height - 1) - 1;
            picture.b()[i] = picture.l()[i] * picture.a()[i];
        }
        return picture;
    }

    private static int rowOf(int index, int width) {
        return index / width;
    }

    private static NormalisedLab mirrored(NormalisedLab picture) {
        NormalisedLab mirrored = NormalisedLab.ofSize(picture.width(), picture.height());
        for (int i = 0; i < picture.l().length; i++) {
            int from = i - i % picture.width() + picture.width() - 1 - i % picture.width();
            mirrored.l()[i] = picture.l()[from];
            mirrored.a()[i] = picture.a()[from];
            mirrored.b()[i] = picture.b()[from];
        }
        return mirrored;
    }

    private static boolean alike(NormalisedLab one, NormalisedLab other) {
        for (int i = 0; i < one.l().length; i++) {
            if (Math.abs(one.l()[i] - other.l()[i]) > 1e-4 || Math.abs(one.a()[i] - other.a()[i]) > 1e-4) {
                return false;
            }
        }
        return true;
    }

    @Property(tries = 100)
    void theWholeViewLiesInsideAPictureThatIsLargeEnough(
            @ForAll long seed,
            @ForAll @IntRange(min = 80, max = 200) int width,
            @ForAll @IntRange(min = 80, max = 200) int height) {
        ViewGeometry view = ViewGeometry.draw(TURNED, SIDE, width, height, new SplittableRandom(seed));

        for (double u : new double[] {-SIDE / 2.0, SIDE / 2.0}) {
            for (double v : new double[] {-SIDE / 2.0, SIDE / 2.0}) {
                assertThat(view.centreX() + view.scale() * (u * view.cos() - v * view.sin()))
                        .isBetween(-1e-6, width + 1e-6);
                assertThat(view.centreY() + view.scale() * (u * view.sin() + v * view.cos()))
                        .isBetween(-1e-6, height + 1e-6);
            }
        }
        assertThat(view.scale()).isBetween(0.5, 3.0);
    }

    @Property(tries = 100)
    void aPictureThatIsSmallerThanTheViewIsEnlargedToHoldIt(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 31) int side) {
        ViewGeometry view = ViewGeometry.draw(AugmentationSettings.NONE, SIDE, side, 64, new SplittableRandom(seed));

        assertThat(view.scale() * SIDE).isEqualTo(side, within(1e-9));
    }

    @Test
    void withFlipsAWholeViewIsOneOfTheEightWaysToLayASquareOnItself() {
        NormalisedLab picture = places(SIDE, SIDE);
        NormalisedLab[] ways = new NormalisedLab[8];
        for (int turn = 0; turn < 4; turn++) {
            ways[turn] = turn == 0 ? picture : ways[turn - 1].turned();
            ways[4 + turn] = turn == 0 ? mirrored(picture) : ways[4 + turn - 1].turned();
        }
        boolean[] seen = new boolean[ways.length];
        for (int seed = 0; seed < 120; seed++) {
            NormalisedLab view = ViewGeometry.draw(FLIPPED, SIDE, SIDE, SIDE, new SplittableRandom(seed))
                    .sample(picture);
            int found = -1;
            for (int way = 0; way < ways.length; way++) {
                found = alike(view, ways[way]) ? way : found;
            }
            assertThat(found).as("view of seed " + seed).isNotNegative();
            seen[found] = true;
        }

        assertThat(seen).containsOnly(true);
    }

    @Test
    void withoutFlipsNothingIsEverMirroredOrTurned() {
        NormalisedLab picture = places(SIDE, SIDE);
        for (int seed = 0; seed < 20; seed++) {
            ViewGeometry view =
                    ViewGeometry.draw(AugmentationSettings.NONE, SIDE, SIDE, SIDE, new SplittableRandom(seed));

            assertThat(alike(view.sample(picture), picture)).isTrue();
        }
    }

    @Test
    void aViewThatShrinksThePictureTakesTheMeanOfItsPixels() {
        NormalisedLab picture = places(2 * SIDE, 2 * SIDE);
        NormalisedLab view = new ViewGeometry(SIDE, SIDE, 1, 0, 2, false, SIDE).sample(picture);

        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int from = 2 * y * 2 * SIDE + 2 * x;
                float mean = (picture.b()[from]
                                + picture.b()[from + 1]
                                + picture.b()[from + 2 * SIDE]
                                + picture.b()[from + 2 * SIDE + 1])
                        / 4;
                assertThat(view.b()[y * SIDE + x]).isEqualTo(mean, within(1e-5f));
            }
        }
    }

    @Test
    void finePatternsAreAveragedAndNotSkipped() {
        NormalisedLab stripes = NormalisedLab.ofSize(3 * SIDE, 3 * SIDE);
        for (int i = 0; i < stripes.l().length; i++) {
            stripes.l()[i] = i % (3 * SIDE) % 3 == 0 ? 1 : 0;
        }

        NormalisedLab view = new ViewGeometry(1.5 * SIDE, 1.5 * SIDE, 1, 0, 3, false, SIDE).sample(stripes);

        for (float value : view.l()) {
            assertThat(value).isEqualTo(1 / 3f, within(1e-5f));
        }
    }

    @Property(tries = 300)
    void coordinatesBeyondAnEdgeAreMirroredAtIt(
            @ForAll @IntRange(min = -1000, max = 1000) int coordinate,
            @ForAll @IntRange(min = 1, max = 40) int length) {
        int inside = ViewGeometry.inside(coordinate, length);

        assertThat(inside).isBetween(0, length - 1);
        assertThat(ViewGeometry.inside(-1 - coordinate, length))
                .as("mirrored at 0")
                .isEqualTo(inside);
        assertThat(ViewGeometry.inside(2 * length - 1 - coordinate, length))
                .as("at the end")
                .isEqualTo(inside);
        if (coordinate >= 0 && coordinate < length) {
            assertThat(inside).isEqualTo(coordinate);
        }
    }
}
