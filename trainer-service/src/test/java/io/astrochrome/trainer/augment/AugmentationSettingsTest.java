package io.astrochrome.trainer.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class AugmentationSettingsTest {
    private static final Range NOTHING = new Range(0, 0);
    private static final Range ONE = new Range(1, 1);

    private static void refused(
            String rule, double rotation, Range scale, Range gamma, double curve, Range noise, Range blur) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AugmentationSettings(false, rotation, scale, gamma, curve, noise, blur))
                .withMessage("augmentation: " + rule);
    }

    @Test
    void everySettingHasItsBounds() {
        refused("rotation-degrees must be 0 to 180", -1, ONE, ONE, 0, NOTHING, NOTHING);
        refused("rotation-degrees must be 0 to 180", 181, ONE, ONE, 0, NOTHING, NOTHING);
        refused("rotation-degrees must be 0 to 180", Double.NaN, ONE, ONE, 0, NOTHING, NOTHING);
        refused("scale must be above 0 and at most 8", 0, new Range(0, 1), ONE, 0, NOTHING, NOTHING);
        refused("scale must be above 0 and at most 8", 0, new Range(1, 8.1), ONE, 0, NOTHING, NOTHING);
        refused("gamma must be above 0 and at most 8", 0, ONE, new Range(-1, 1), 0, NOTHING, NOTHING);
        refused("gamma must be above 0 and at most 8", 0, ONE, new Range(1, 9), 0, NOTHING, NOTHING);
        refused("curve must be 0 to 1", 0, ONE, ONE, 1.5, NOTHING, NOTHING);
        refused("curve must be 0 to 1", 0, ONE, ONE, Double.NaN, NOTHING, NOTHING);
        refused("noise must be 0 to 20", 0, ONE, ONE, 0, new Range(-1, 2), NOTHING);
        refused("noise must be 0 to 20", 0, ONE, ONE, 0, new Range(0, 21), NOTHING);
        refused("blur-pixels must be 0 to 5", 0, ONE, ONE, 0, NOTHING, new Range(-0.1, 1));
        refused("blur-pixels must be 0 to 5", 0, ONE, ONE, 0, NOTHING, new Range(0, 5.5));
    }

    @Test
    void theBoundsThemselvesAreAllowed() {
        Range widest = new Range(1e-3, 8);

        assertThat(new AugmentationSettings(true, 180, widest, widest, 1, new Range(0, 20), new Range(0, 5)).curve())
                .isEqualTo(1);
    }

    @Test
    void aRangeRunsFromLowToHigh() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Range(2, 1))
                .withMessage("a range must be written low to high, not 2.0 to 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(1, Double.NaN));
    }

    @Property(tries = 200)
    void whatIsDrawnLiesInTheRange(
            @ForAll @DoubleRange(min = 0.01, max = 5) double low,
            @ForAll @DoubleRange(min = 0, max = 5) double more,
            @ForAll long seed) {
        Range range = new Range(low, low + more);
        SplittableRandom random = new SplittableRandom(seed);

        assertThat(range.draw(random)).isBetween(range.low(), range.high());
        assertThat(range.drawByRatio(random)).isBetween(range.low() * (1 - 1e-12), range.high() * (1 + 1e-12));
        assertThat(new Range(low, low).draw(random)).isEqualTo(low);
    }

    @Test
    void byRatioTheMiddleIsTheGeometricMean() {
        Range range = new Range(0.25, 4);
        int below = 0;
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 2000; i++) {
            below += range.drawByRatio(random) < 1 ? 1 : 0;
        }

        assertThat(below).isBetween(900, 1100);
    }
}
