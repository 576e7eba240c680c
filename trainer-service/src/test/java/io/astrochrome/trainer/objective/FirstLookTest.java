package io.astrochrome.trainer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FirstLookTest {
    /** Two looks of three values, the last of which says that they are given. */
    private static final FirstLook LOOKS =
            new FirstLook(new float[] {0.2f, 0.4f, 1, 0.6f, 0.8f, 1}, new float[] {1, 2});

    @Test
    void whereNoPaletteIsGivenTheLikeliestLookIs() {
        assertThat(LOOKS.completed(new float[6], new float[] {-1, 3, 2, 0}))
                .containsExactly(0.6f, 0.8f, 1, 0.2f, 0.4f, 1);
    }

    @Test
    void chromaIsAsVividAsTheLookAsFarAsItHasAPart() {
        float[] ab = {0.1f, -0.2f, 0.1f, -0.9f};
        LOOKS.enliven(ab, new float[] {0, 0, 0.5f, 0, 0, 0}, new float[] {0, 1, 0, 1});

        assertThat(ab).containsExactly(new float[] {0.15f, -0.3f, 0.2f, -1}, within(1e-6f));
    }

    @Test
    void aWholePaletteIsLeftAsItIs() {
        float[] palette = {0.5f, 0.1f, 1};
        assertThat(LOOKS.completed(palette, new float[] {3, 0})).containsExactly(palette);
    }

    @Test
    void whatAPaletteLacksComesFromTheLook() {
        assertThat(LOOKS.completed(new float[] {0.1f, 0.1f, 0.25f}, new float[] {3, 0}))
                .containsExactly(new float[] {0.1f + 0.75f * 0.2f, 0.1f + 0.75f * 0.4f, 1}, within(1e-6f));
    }
}
