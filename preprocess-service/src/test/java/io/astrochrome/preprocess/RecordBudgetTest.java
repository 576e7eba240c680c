package io.astrochrome.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RecordBudgetTest {
    private static final String KEY = "astrochrome.preprocess.live-side";
    private static final RecordBudget BUDGET = new RecordBudget((4 << 20) - (1 << 16));

    @Test
    void refusesASideThatDoesNotFitAndSaysSo() {
        assertThat(BUDGET.require(KEY, 800)).isEqualTo(800);
        assertThatThrownBy(() -> BUDGET.require(KEY, 1024))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(KEY)
                .hasMessageContaining("1024 px does not fit")
                .hasMessageContaining("astrochrome.kafka.max-message-bytes");
    }

    @Test
    void refusesASideBelowTheNetworksOwn() {
        assertThatThrownBy(() -> BUDGET.require(KEY, 31)).hasMessageContaining("at least 32 px, not 31");
    }

    @Property
    void theLongestSideFitsAndTheNextDoesNot(@ForAll @IntRange(min = 32, max = 800) int side) {
        long padded = (side + 31) / 32 * 32L;
        long longest = BUDGET.whole(KEY, side).longestSide();
        assertThat(padded * longest * 6).isLessThanOrEqualTo(BUDGET.maxValueBytes());
        assertThat(padded * (longest + 32) * 6 + (1 << 16)).isGreaterThan(BUDGET.maxValueBytes());
    }
}
