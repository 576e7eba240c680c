package io.astrochrome.trainer.evaluate.predict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LookOrderTest {
    @Test
    void theLikeliestComesFirst() {
        assertThat(LookOrder.of(new float[] {0.2f, 0.5f, 0.3f}, 3)).containsExactly(1, 2, 0);
    }

    @Test
    void whereNothingIsToldLooksStayAsTheyAre() {
        assertThat(LookOrder.of(new float[0], 3)).containsExactly(0, 1, 2);
    }
}
