package io.astrochrome.imaging.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.imaging.register.SkyBackground;
import io.astrochrome.imaging.register.Star;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubGatesTest {
    private static final SubGates GATES = SubGates.DEFAULT;

    @ParameterizedTest(name = "{0} times as long as wide, {1} px beside {2} px, {3} of {4}")
    @CsvSource({"1, 3, 3, 1, 1", "2, 6, 3, 1, 3", "1.5, 2, 3, 5, 1", "1, 90, 0, 1, 1", "1, 3, 3, 0.2, 0"})
    void anExposureAtTheLimitsIsGoodEnough(
            double elongation, double width, double best, double brightness, double brightest) {
        assertThat(GATES.objection(quality(elongation), width, best, brightness, brightest))
                .isEmpty();
    }

    @Test
    void saysWhatItObjectsTo() {
        assertThat(GATES.objection(quality(2.06), 3, 3, 1, 1)).contains("its stars are 2.1 times as long as wide");
        assertThat(GATES.objection(quality(1), 6.3, 3, 1, 1))
                .contains("its stars are 2.1 times as wide as the best one's");
        assertThat(GATES.objection(quality(1), 3, 3, 0.32, 1)).contains("its stars have 32 % of their light");
        assertThat(GATES.objection(quality(1), 3, 3, 0.32, 2)).contains("its stars have 16 % of their light");
    }

    @Test
    void objectsToTrailsBeforeAllElse() {
        assertThat(GATES.objection(quality(9), 60, 3, 0.01, 1))
                .hasValueSatisfying(said -> assertThat(said).contains("long as wide"));
        assertThat(GATES.objection(quality(1), 60, 3, 0.01, 1))
                .hasValueSatisfying(said -> assertThat(said).contains("as wide as"));
    }

    @Test
    void writesFiguresInNoLanguageOfItsOwn() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(GATES.objection(quality(2.5), 3, 3, 1, 1)).contains("its stars are 2.5 times as long as wide");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void limitsMayBeOthers() {
        SubGates strict = new SubGates(1.2, 1.1, 0.9);
        assertThat(strict.objection(quality(1.2), 3, 3, 1, 1)).isPresent();
        assertThat(strict.objection(quality(1), 3.7, 3, 1, 1)).isPresent();
        assertThat(strict.objection(quality(1), 3, 3, 0.8, 1)).isPresent();
        assertThat(strict.objection(quality(1.1), 3.5, 3, 0.95, 1)).isEmpty();
    }

    @Test
    void anExposuresQualityIsThatOfItsMiddleStar() {
        SkyBackground sky = new SkyBackground(64, 1, 1, new float[] {812}, 812, 9);
        List<Star> stars = List.of(new Star(1, 1, 900, 2, 1.1), new Star(2, 2, 800, 9, 3), new Star(3, 3, 700, 4, 1.3));
        assertThat(SubQuality.of(stars, sky)).isEqualTo(new SubQuality(3, 4, 1.3, 812, 9));
        assertThat(SubQuality.of(List.of(), sky)).isEqualTo(new SubQuality(0, 0, 0, 812, 9));
    }

    private static SubQuality quality(double elongation) {
        return new SubQuality(50, 3, elongation, 800, 10);
    }
}
