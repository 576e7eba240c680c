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

    @Test
    void coloursOfTheSameShapeAreMultipliedAlike() {
        ColourSpread spread = new ColourSpread(0.02, -0.005, 0.01);
        ColourSpread nineTimes = new ColourSpread(0.18, -0.045, 0.09);
        ColourSpread map = spread.mapTo(nineTimes);

        assertThat(map.aa()).isCloseTo(3, within(1e-6));
        assertThat(map.ab()).isCloseTo(0, within(1e-6));
        assertThat(map.bb()).isCloseTo(3, within(1e-6));
    }

    @Test
    void theMapTurnsNoColourAround() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 100; i++) {
            ColourSpread map = drawn(random).mapTo(drawn(random));

            assertThat(map.aa()).isPositive();
            assertThat(map.bb()).isPositive();
            assertThat(map.aa() * map.bb() - map.ab() * map.ab())
                    .as("a symmetric map of positive eigenvalues moves least")
                    .isPositive();
        }
    }

    @Test
    void theWayThereAndBackChangesNothing() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 50; i++) {
            ColourSpread one = drawn(random);
            ColourSpread other = drawn(random);
            ColourSpread there = one.mapTo(other);
            ColourSpread back = other.mapTo(one);

            assertThat(there.aa() * back.aa() + there.ab() * back.ab()).isCloseTo(1, within(1e-4));
            assertThat(there.aa() * back.ab() + there.ab() * back.bb()).isCloseTo(0, within(1e-4));
            assertThat(there.ab() * back.ab() + there.bb() * back.bb()).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void greyAloneHasAMapOfFiniteNumbers() {
        ColourSpread grey = new ColourSpread(0, 0, 0);
        ColourSpread red = new ColourSpread(0.04, 0, 0);

        for (ColourSpread map : new ColourSpread[] {grey.mapTo(red), red.mapTo(grey), grey.mapTo(grey)}) {
            assertThat(map.aa()).isFinite();
            assertThat(map.ab()).isFinite();
            assertThat(map.bb()).isFinite();
        }
        assertThat(red.mapTo(grey).aa()).as("what is to be grey").isCloseTo(0, within(1e-3));
    }

    @Test
    void aShareOfTheWayIsBetweenBothEnds() {
        ColourSpread one = new ColourSpread(1, 2, 3);
        ColourSpread other = new ColourSpread(5, -2, 4);

        assertThat(one.towards(other, 0)).isEqualTo(one);
        assertThat(one.towards(other, 1)).isEqualTo(other);
        assertThat(one.towards(other, 0.25)).isEqualTo(new ColourSpread(2, 1, 3.25));
    }
}
