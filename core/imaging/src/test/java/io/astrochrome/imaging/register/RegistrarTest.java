package io.astrochrome.imaging.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.register.Registration.Registered;
import io.astrochrome.imaging.register.Registration.Unmatched;
import io.astrochrome.imaging.register.SimulatedSky.Exposure;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrarTest {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;
    private static final StarFinder FINDER = new StarFinder(500);

    private static final SimulatedSky SKY = new SimulatedSky(1, 900, 1400);
    private static final Pose REFERENCE = SimulatedSky.centred(WIDTH, HEIGHT, 1, 0, 0, 0);
    private static final Registrar REGISTRAR = new Registrar(map(SKY.expose(Exposure.of(WIDTH, HEIGHT, REFERENCE), 1)));

    @Property(tries = 60)
    void findsAnyPose(
            @ForAll @DoubleRange(min = -180, max = 180) double degrees,
            @ForAll @DoubleRange(min = -70, max = 70) double dx,
            @ForAll @DoubleRange(min = -70, max = 70) double dy,
            @ForAll @LongRange(min = 2, max = 1_000_000) long seed) {
        Pose sky = SimulatedSky.centred(WIDTH, HEIGHT, 1, degrees, dx, dy);
        Registration found = REGISTRAR.register(map(SKY.expose(Exposure.of(WIDTH, HEIGHT, sky), seed)));
        assertThat(found).isInstanceOf(Registered.class);
        assertThat(farthest(((Registered) found).pose(), sky.inverse().then(REFERENCE), WIDTH, HEIGHT))
                .isLessThan(0.25);
    }

    @ParameterizedTest(name = "binned or another camera: scale {0}, {1} x {2} px, {3} degrees")
    @CsvSource({"0.5, 240, 180, 3", "2, 960, 720, 181", "0.37, 300, 220, -90", "1.6, 500, 500, 45"})
    void findsAnotherScale(double scale, int width, int height, double degrees) {
        Pose sky = SimulatedSky.centred(width, height, scale, degrees, 5, -8);
        Exposure exposure = Exposure.of(width, height, sky).with(Math.max(1.8, 2.6 * scale), 300, 9, 1);
        Registered found = (Registered) REGISTRAR.register(map(SKY.expose(exposure, 77)));
        assertThat(found.pose().scale()).isCloseTo(1 / scale, within(0.004 / scale));
        assertThat(farthest(found.pose(), sky.inverse().then(REFERENCE), width, height))
                .isLessThan(0.5);
    }

    @Test
    void findsAMirrorImageAndSaysSo() {
        Pose sky = new Pose(-1, 0, WIDTH / 2.0 + 3, 0, 1, HEIGHT / 2.0);
        Registered found = (Registered) REGISTRAR.register(map(SKY.expose(Exposure.of(WIDTH, HEIGHT, sky), 5)));
        assertThat(found.pose().isMirrored()).isTrue();
        assertThat(farthest(found.pose(), sky.inverse().then(REFERENCE), WIDTH, HEIGHT))
                .isLessThan(0.25);
    }

    @Test
    void tellsHowBrightTheFrameIsBesideItsReference() {
        Exposure thin = Exposure.of(WIDTH, HEIGHT, REFERENCE).with(3.4, 2000, 20, 0.6);
        Registered found = (Registered) REGISTRAR.register(map(SKY.expose(thin, 9)));
        assertThat(found.brightness()).isCloseTo(0.6, within(0.03));
    }

    @Test
    void refusesEveryOtherField() {
        for (int field = 0; field < 200; field++) {
            SimulatedSky other = new SimulatedSky(1000 + field, 900, 1400);
            Pose sky = SimulatedSky.centred(WIDTH, HEIGHT, 1, 7 * field, 0, 0);
            assertThat(REGISTRAR.register(map(other.expose(Exposure.of(WIDTH, HEIGHT, sky), field))))
                    .as("field %d", field)
                    .isInstanceOf(Unmatched.class);
        }
    }

    @Test
    void refusesWhatHasNoStars() {
        Random random = new Random(3);
        float[] noise = new float[WIDTH * HEIGHT];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (500 + 10 * random.nextGaussian());
        }
        Registration cloud = REGISTRAR.register(map(new LinearPlane(WIDTH, HEIGHT, noise)));
        assertThat(((Unmatched) cloud).reason()).contains("stars were found");
        Registration saturated = REGISTRAR.register(map(new LinearPlane(WIDTH, HEIGHT, filled(65535))));
        assertThat(saturated).isInstanceOf(Unmatched.class);
        Registration missing = REGISTRAR.register(map(new LinearPlane(WIDTH, HEIGHT, filled(Float.NaN))));
        assertThat(missing).isInstanceOf(Unmatched.class);
    }

    private static float[] filled(float value) {
        float[] values = new float[WIDTH * HEIGHT];
        java.util.Arrays.fill(values, value);
        return values;
    }

    private static StarMap map(LinearPlane plane) {
        return new StarMap(FINDER.find(plane));
    }

    private static double farthest(Pose found, Pose truth, int width, int height) {
        double farthest = 0;
        for (int x = 0; x <= width; x += width / 4) {
            for (int y = 0; y <= height; y += height / 4) {
                farthest = Math.max(farthest, Math.hypot(found.x(x, y) - truth.x(x, y), found.y(x, y) - truth.y(x, y)));
            }
        }
        return farthest;
    }
}
