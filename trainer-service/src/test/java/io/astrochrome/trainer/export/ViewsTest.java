package io.astrochrome.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewsTest {
    private static final int ROWS = 2;
    private static final int COLUMNS = 3;
    private static final Probe PROBE = new Probe(1, ROWS, COLUMNS, new float[] {1, 2, 4, 8, 16, 32});

    /** A model of single pixels, which does not care where they are. */
    private static float[] pixelByPixel(Probe seen) {
        float[] ab = new float[2 * seen.l().length];
        for (int i = 0; i < seen.l().length; i++) {
            ab[i] = seen.l()[i] / 100;
            ab[seen.l().length + i] = -seen.l()[i];
        }
        return ab;
    }

    /** A model that gives each place its column, whatever it sees. */
    private static float[] columns(Probe seen) {
        float[] ab = new float[2 * seen.h() * seen.w()];
        for (int i = 0; i < ab.length; i++) {
            ab[i] = i % seen.w();
        }
        return ab;
    }

    @ParameterizedTest
    @EnumSource(Views.class)
    void aModelOfSinglePixelsAnswersTheSameInAllViews(Views views) {
        assertThat(views.mean(PROBE, ViewsTest::pixelByPixel)).isEqualTo(pixelByPixel(PROBE));
    }

    @ParameterizedTest
    @EnumSource(Views.class)
    void itIsAskedOnceForEachViewAndSeesADifferentPictureEachTime(Views views) {
        List<Probe> asked = new ArrayList<>();
        views.mean(PROBE, seen -> {
            asked.add(seen);
            return pixelByPixel(seen);
        });

        HashSet<String> different = new HashSet<>();
        asked.forEach(seen -> different.add(seen.h() + " " + java.util.Arrays.toString(seen.l())));
        assertThat(different).hasSize(views.count());
        assertThat(asked).filteredOn(seen -> seen.h() == COLUMNS).hasSize(views == Views.TURNED ? 4 : 0);
    }

    @Test
    void whatDependsOnThePlaceIsAveragedOverTheViews() {
        assertThat(Views.UPRIGHT.mean(PROBE, ViewsTest::columns)).containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2);
        assertThat(Views.MIRRORED.mean(PROBE, ViewsTest::columns)).containsOnly(1);
        assertThat(Views.FLIPPED.mean(PROBE, ViewsTest::columns)).containsOnly(1);
        assertThat(Views.TURNED.mean(PROBE, ViewsTest::columns))
                .as("columns of three, and of two")
                .containsOnly(0.75f);
    }

    @Test
    void anAnswerIsTurnedBackWithItsPicture() {
        // A model that gives the neighbour to the right, the last column itself.
        float[] mirrored = Views.MIRRORED.mean(PROBE, seen -> {
            float[] ab = new float[2 * seen.l().length];
            for (int i = 0; i < seen.l().length; i++) {
                ab[i] = seen.l()[i % seen.w() == seen.w() - 1 ? i : i + 1];
            }
            return ab;
        });

        // Half the right neighbour and half the left one.
        assertThat(mirrored[0]).isEqualTo((2 + 1) / 2f, within(1e-6f));
        assertThat(mirrored[1]).isEqualTo((4 + 1) / 2f, within(1e-6f));
        assertThat(mirrored[2]).isEqualTo((4 + 2) / 2f, within(1e-6f));
    }

    @Test
    void viewsAreFoundByTheirNumber() {
        for (Views views : Views.values()) {
            assertThat(Views.of(views.count())).isEqualTo(views);
        }
        assertThat(Views.values()).extracting(Views::count).containsExactly(1, 2, 4, 8);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3, 5, 16})
    void otherNumbersAreRefused(int count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Views.of(count))
                .withMessage("there are 1, 2, 4 or 8 views, not " + count);
    }

    @Test
    void aProbeHasAValueForEachPixel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Probe(2, 3, 4, new float[23]))
                .withMessage("a probe of 2 pictures of 3 x 4 has not 23 values");
        assertThatIllegalArgumentException()
                .as("sides whose product overflows to nothing")
                .isThrownBy(() -> new Probe(1, 1 << 16, 1 << 16, new float[0]));
    }
}
