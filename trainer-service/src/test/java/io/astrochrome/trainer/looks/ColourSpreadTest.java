package io.astrochrome.trainer.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ColourSpreadTest {
    /** The spread of colours that a matrix makes of those of a spread: M S M. */
    private static ColourSpread spreadOf(ColourSpread map, ColourSpread before) {
        double aa = map.aa() * before.aa() + map.ab() * before.ab();
        double ab = map.aa() * before.ab() + map.ab() * before.bb();
        double ba = map.ab() * before.aa() + map.bb() * before.ab();
        double bb = map.ab() * before.ab() + map.bb() * before.bb();
        return new ColourSpread(
                aa * map.aa() + ab * map.ab(), aa * map.ab() + ab * map.bb(), ba * map.ab() + bb * map.bb());
    }

    @Test
    void theMapGivesColoursTheOthersSpread() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 100; i++) {
            ColourSpread from = drawn(random);
            ColourSpread to = drawn(random);
            ColourSpread made = spreadOf(from.mapTo(to), from);

            assertThat(made.aa()).isCloseTo(to.aa(), within(1e-4 * to.aa()));
            assertThat(made.bb()).isCloseTo(to.bb(), within(1e-4 * to.bb()));
            assertThat(made.ab()).isCloseTo(to.ab(), within(1e-4 * Math.sqrt(to.aa() * to.bb())));
        }
    }

    private static ColourSpread drawn(SplittableRandom random) {
        double aa = 0.01 + random.nextDouble();
        double bb = 0.01 + random.nextDouble();
        return new ColourSpread(aa, 0.9 * (2 * random.nextDouble() - 1) * Math.sqrt(aa * bb), bb);
    }

    @Test
    void whatIsSpreadAlreadyIsLeftAlone() {
        ColourSpread spread = new ColourSpread(0.02, 0.005, 0.01);
        ColourSpread map = spread.mapTo(spread);

        assertThat(map.aa()).isCloseTo(1, within(1e-6));
        assertThat(map.ab()).isCloseTo(0, within(1e-6));
        assertThat(map.bb()).isCloseTo(1, within(1e-6));
    }
}
