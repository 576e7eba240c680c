package io.astrochrome.imaging.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.linear.SkyPlane;
import io.astrochrome.imaging.register.Pose;
import io.astrochrome.imaging.register.SkyBackground;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScalingTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private static final LinearPlane PLANE = new LinearPlane(WIDTH, HEIGHT, new float[WIDTH * HEIGHT]);

    @Test
    void theReferencesOwnChangesNothing() {
        assertThat(Scaling.IDENTITY.apply(1234.5, 7, 9)).isEqualTo(1234.5);
    }

    @Test
    void multipliesAndThenTakesTheExcessOff() {
        Scaling scaling = new Scaling(2, new SkyPlane(10, 0.5, -1));
        assertThat(scaling.apply(100, 4, 3)).isEqualTo(2 * 100 - (10 + 0.5 * 4 - 3));
    }

    @Property(tries = 100)
    void bringsAThinSubUnderAnotherSkyToItsReference(
            @ForAll @DoubleRange(min = 0.2, max = 3) double brightness,
            @ForAll @DoubleRange(min = 0, max = 3000) double level,
            @ForAll @DoubleRange(min = -3, max = 3) double slopeX,
            @ForAll @DoubleRange(min = -3, max = 3) double slopeY,
            @ForAll @DoubleRange(min = 0, max = 20_000) double star) {
        SkyPlane reference = new SkyPlane(700, 0.3, -0.2);
        SkyPlane sub = new SkyPlane(level, slopeX, slopeY);
        Scaling scaling =
                Scaling.of(PLANE, mesh(sub), Pose.IDENTITY, brightness, mesh(reference), Pose.IDENTITY, WIDTH, HEIGHT);
        assertThat(scaling.gain()).isCloseTo(1 / brightness, within(1e-12));
        for (int[] place : new int[][] {{0, 0}, {63, 0}, {0, 47}, {63, 47}, {30, 20}}) {
            double seen = sub.at(place[0], place[1]) + brightness * star;
            assertThat(scaling.apply(seen, place[0], place[1]))
                    .isCloseTo(reference.at(place[0], place[1]) + star, within(0.02));
        }
    }

    @Test
    void looksAtTheSameSkyInBoth() {
        SkyPlane sky = new SkyPlane(100, 2, 3);
        Pose toSub = new Pose(1, 0, 5, 0, 1, -4);
        Pose toFirst = new Pose(1, 0, -3, 0, 1, 2);
        Scaling scaling = Scaling.of(PLANE, mesh(sky), toSub, 1, mesh(sky), toFirst, WIDTH, HEIGHT);
        // On the grid's pixel (20, 20) lies the sub's (25, 16) and the first one's (17, 22).
        assertThat(scaling.apply(sky.at(25, 16), 20, 20)).isCloseTo(sky.at(17, 22), within(0.1));
    }

    @Test
    void whatTheSubDoesNotShowDoesNotCount() {
        SkyPlane sky = new SkyPlane(500, 0, 0);
        SkyPlane other = new SkyPlane(520, 0, 0);
        Pose halfAway = new Pose(1, 0, WIDTH / 2.0, 0, 1, HEIGHT / 2.0);
        Scaling scaling = Scaling.of(PLANE, mesh(other), halfAway, 1, mesh(sky), Pose.IDENTITY, WIDTH, HEIGHT);
        assertThat(scaling.apply(520, 3, 3)).isCloseTo(500, within(1e-3));
        Pose away = new Pose(1, 0, 10 * WIDTH, 0, 1, 0);
        Scaling none = Scaling.of(PLANE, mesh(other), away, 1, mesh(sky), Pose.IDENTITY, WIDTH, HEIGHT);
        assertThat(none.apply(520, 3, 3)).isEqualTo(520);
    }

    @Test
    void aNebulaThatOneOfThemSawBetterIsNotTakenForItsSky() {
        SkyPlane sky = new SkyPlane(500, 0, 0);
        SkyBackground nebula = mesh(sky);
        nebula.levels()[2 * nebula.columns() + 3] += 4000;
        Scaling scaling = Scaling.of(PLANE, nebula, Pose.IDENTITY, 1, mesh(sky), Pose.IDENTITY, WIDTH, HEIGHT);
        assertThat(scaling.apply(500, 3, 3)).isCloseTo(500, within(5.0));
        assertThat(scaling.apply(500, 60, 40)).isCloseTo(500, within(5.0));
    }

    /** A sky's mesh, whose boxes of 8 px fill the plane. */
    private static SkyBackground mesh(SkyPlane sky) {
        int box = 8;
        int columns = WIDTH / box;
        int rows = HEIGHT / box;
        float[] levels = new float[columns * rows];
        for (int i = 0; i < levels.length; i++) {
            double x = (i % columns + 0.5) * box - 0.5;
            double y = (Math.floorDiv(i, columns) + 0.5) * box - 0.5;
            levels[i] = (float) sky.at(x, y);
        }
        return new SkyBackground(box, columns, rows, levels, sky.level(), 10);
    }
}
