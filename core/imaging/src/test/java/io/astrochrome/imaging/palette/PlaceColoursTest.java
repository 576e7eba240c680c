package io.astrochrome.imaging.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.color.LabImage;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlaceColoursTest {
    private static final int SIDE = 160;

    /** A dark sky with a wide core and with stars that are as light. */
    private static LabImage sky(int coreX, int coreY, long seed, boolean inColour) {
        float[] l = new float[SIDE * SIDE];
        float[] a = new float[SIDE * SIDE];
        float[] b = new float[SIDE * SIDE];
        for (int i = 0; i < l.length; i++) {
            double r = Math.hypot(i % SIDE - coreX, Math.floorDiv(i, SIDE) - coreY);
            boolean core = r < 30;
            l[i] = core ? 80 : 8;
            a[i] = core ? 12 : -2;
            b[i] = core ? 30 : 1;
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int star = 0; star < 60; star++) {
            int at = (2 + random.nextInt(SIDE - 5)) * SIDE + 2 + random.nextInt(SIDE - 5);
            for (int dy = -2; dy <= 2; dy++) {
                for (int dx = -2; dx <= 2; dx++) {
                    int i = at + dy * SIDE + dx;
                    if (l[i] < 50) {
                        l[i] = 80;
                        a[i] = -3;
                        b[i] = -25;
                    }
                }
            }
        }
        return new LabImage(SIDE, SIDE, l, inColour ? a : new float[l.length], inColour ? b : new float[l.length]);
    }

    @Test
    void likePlacesGetLikeColoursThoughTheyAreAsLight() {
        LabImage like = sky(60, 70, 1, true);
        LabImage truth = sky(100, 90, 2, true);

        LabImage steered = PlaceColours.of(like).steer(sky(100, 90, 2, false));

        int core = 90 * SIDE + 100;
        assertThat(steered.requireB()[core]).as("a core").isCloseTo(30, within(4f));
        assertThat(steered.requireA()[core]).isCloseTo(12, within(3f));
        int star = star(truth);
        assertThat(steered.requireB()[star]).as("a star as light as it").isLessThan(-8);
        int dark = 5 * SIDE + 5;
        assertThat(truth.lStar()[dark]).as("sky").isEqualTo(8);
        assertThat(steered.requireB()[dark]).isCloseTo(1, within(2f));
        assertThat(steered.lStar()).as("lightness is measured").containsExactly(truth.lStar());
    }

    /** The middle of a star that is far from the core. */
    private static int star(LabImage picture) {
        for (int y = 3; y < 40; y++) {
            for (int x = 3; x < SIDE - 3; x++) {
                int i = y * SIDE + x;
                boolean bright = true;
                for (int d = -1; d <= 1; d++) {
                    bright &= picture.lStar()[i + d] > 50 && picture.lStar()[i + d * SIDE] > 50;
                }
                if (bright) {
                    return i;
                }
            }
        }
        throw new IllegalStateException("there is no star");
    }

    @Test
    void whatDiffersWithinAPlaceGoesOnDoing() {
        LabImage like = sky(60, 70, 1, true);
        LabImage grey = sky(100, 90, 2, false);
        int core = 90 * SIDE + 100;
        grey.requireA()[core] = 9;

        LabImage steered = PlaceColours.of(like).steer(grey);

        assertThat(steered.requireA()[core] - steered.requireA()[core + 3]).isCloseTo(9, within(0.5f));
    }

    @Test
    void aLightnessThatIsNotKnownKeepsItsColours() {
        LabImage dark = new LabImage(SIDE, SIDE, filled(8), filled(20), filled(-20));
        LabImage bright = new LabImage(SIDE, SIDE, filled(90), filled(3), filled(4));

        LabImage steered = PlaceColours.of(dark).steer(bright);

        assertThat(steered.requireA()).containsOnly(3);
        assertThat(steered.requireB()).containsOnly(4);
    }

    @Test
    void aPicturesOwnColoursLeaveItNearlyAsItIs() {
        LabImage picture = sky(60, 70, 1, true);

        LabImage steered = PlaceColours.of(picture).steer(picture);

        assertThat(steered.requireA()).containsExactly(picture.requireA(), within(0.01f));
    }

    @Test
    void moreVividIsMoreVivid() {
        LabImage picture = sky(60, 70, 1, true);
        int core = 70 * SIDE + 60;

        LabImage steered = PlaceColours.of(picture).timesVivid(1.5f).steer(picture);

        assertThat(steered.requireB()[core]).isCloseTo(45, within(2f));
    }

    private static float[] filled(float value) {
        float[] plane = new float[SIDE * SIDE];
        Arrays.fill(plane, value);
        return plane;
    }

    @Test
    void aPictureWithoutColourHasNoneAndTakesNone() {
        LabImage grey = new LabImage(SIDE, SIDE, filled(8), null, null);
        PlaceColours places = PlaceColours.of(sky(60, 70, 1, true));

        assertThatThrownBy(() -> PlaceColours.of(grey)).hasMessageContaining("without colour");
        assertThatThrownBy(() -> places.steer(grey)).hasMessageContaining("without colour");
        assertThatThrownBy(() -> new PlaceColours(new float[3], new float[3], new float[3]))
                .hasMessageContaining("144 cells, not 3");
    }
}
