package io.astrochrome.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

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
}
