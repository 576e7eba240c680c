package io.astrochrome.trainer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.evaluate.predict.PaletteHints;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaletteHintTest {
    private static final int PALETTE = 28;
    private static final int SIDE = TinyLearner.SIDE;

    private static float[] hint(float[] hints, int picture) {
        return Arrays.copyOfRange(hints, picture * PALETTE, (picture + 1) * PALETTE);
    }

    @Test
    void aBatchsPalettesAreThoseOfItsPictures() {
        TrainingBatch batch = TinyLearner.batch(3, 5);
        float[] hints = PaletteHint.of(batch, PALETTE);
        int pixels = SIDE * SIDE;
        for (int picture = 0; picture < 3; picture++) {
            NormalisedLab alone = new NormalisedLab(
                    SIDE,
                    SIDE,
                    Arrays.copyOfRange(batch.l(), picture * pixels, (picture + 1) * pixels),
                    Arrays.copyOfRange(batch.ab(), 2 * picture * pixels, (2 * picture + 1) * pixels),
                    Arrays.copyOfRange(batch.ab(), (2 * picture + 1) * pixels, (2 * picture + 2) * pixels));

            assertThat(hint(hints, picture)).isEqualTo(PaletteHints.of(alone, PALETTE));
        }
    }

    @Test
    void halfLearnWithoutAPaletteAQuarterWithTheWholeOneAndAQuarterWithAWindows() {
        TrainingBatch batch = TinyLearner.batch(1, 5);
        float[] whole = PaletteHint.of(batch, PALETTE);
        int without = 0;
        int withWhole = 0;
        for (int seed = 0; seed < 600; seed++) {
            float[] hint = PaletteHint.forTraining(batch, PALETTE, seed);
            without += Arrays.equals(hint, new float[PALETTE]) ? 1 : 0;
            withWhole += Arrays.equals(hint, whole) ? 1 : 0;
        }

        assertThat(without).isBetween(250, 350);
        assertThat(withWhole).isBetween(110, 190);
    }

    @Test
    void theSameSeedDrawsTheSameHints() {
        TrainingBatch batch = TinyLearner.batch(4, 5);

        assertThat(PaletteHint.forTraining(batch, PALETTE, 9)).isEqualTo(PaletteHint.forTraining(batch, PALETTE, 9));
    }

    @Test
    void aHintIsAbsentWhereItsLastValueSaysSo() {
        float[] hints = new float[3 * PALETTE];
        hints[2 * PALETTE - 1] = 0.2f;
        hints[2 * PALETTE] = 1;

        assertThat(PaletteHint.absent(hints, 3)).containsExactly(1, 0, 1);
        assertThat(PaletteHint.absent(new float[0], 2))
                .as("of a network without palettes")
                .containsExactly(1, 1);
    }

    @Test
    void whatWasTriedGetsItsBestLookAndTheOthersKeepTheirHints() {
        LookErrors errors = LookErrors.none(2, 2);
        errors.errors()[2] = 0.5;
        errors.errors()[3] = 0.1;
        float[] looks = {1, 2, 3, 10, 20, 30};
        float[] hints = {7, 8, 9, 7, 8, 9};
        float[] absent = {0, 0};

        PaletteHint.put(errors, looks, hints, absent);

        assertThat(hints).containsExactly(7, 8, 9, 10, 20, 30);
        assertThat(absent).containsExactly(0, 1);
    }

    @Test
    void seedsOfOtherPurposesAndStepsAreOthers() {
        Set<Long> seeds = new HashSet<>();
        for (long step = 0; step < 500; step++) {
            seeds.add(Seeds.of(1, Seeds.GENERATOR, step));
            seeds.add(Seeds.of(1, Seeds.CRITIC, step));
            seeds.add(Seeds.of(2, Seeds.GENERATOR, step));
        }

        assertThat(seeds).hasSize(1500);
        assertThat(Seeds.of(1, Seeds.CRITIC, 7)).isEqualTo(Seeds.of(1, Seeds.CRITIC, 7));
    }

    @Test
    void aBatchHasPicturesOfSidesThatNetworksHalve() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainingBatch(0, 32, 32, new float[0], new float[0]))
                .withMessageStartingWith("a batch of 0 pictures of 32 x 32: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainingBatch(1, 32, 31, new float[992], new float[1984]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainingBatch(1, 32, 32, new float[1024], new float[2047]))
                .withMessage("ab has 2047 values where the batch's shape needs 2048");
    }
}
