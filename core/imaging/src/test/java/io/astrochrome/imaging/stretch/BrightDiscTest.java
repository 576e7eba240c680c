package io.astrochrome.imaging.stretch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrightDiscTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final double SKY = 500;
    private static final double NOISE = 20;

    @ParameterizedTest(name = "radius {0} px, peak {1}")
    @CsvSource({"12, 20000", "35, 30000", "90, 12000", "110, 50000", "400, 30000"})
    void keepsTheDetailOfADisc(double radius, double peak) {
        DecodedFrame frame = frame(disc(radius, peak));
        assertThat(discOf(frame)).isPresent();
        StretchedFrame stretched = MidtoneStretch.LINKED.fit(frame).apply(frame);
        double dark = at(stretched, 0);
        double bright = at(stretched, (int) Math.min(6, radius / 2));
        assertThat(bright - dark).as("bands of half and full brightness").isGreaterThan(0.25);
        assertThat(bright).as("not burnt").isLessThan(0.99);
    }

    @Test
    void keepsTheDetailOfAHalfMoonAndOfAColourPlanet() {
        DecodedFrame half = frame((x, y) -> {
            double r = Math.hypot(x, y);
            return r < 80 && x > 0 ? 6000 + 14_000 * Math.min(1, x / 60) : 0;
        });
        assertThat(discOf(half)).isPresent();
        Samples plane = frame(disc(30, 20_000)).plane(0);
        DecodedFrame colour = frame(WIDTH, HEIGHT, plane, plane, plane);
        assertThat(MidtoneStretch.UNLINKED.fit(colour).parameters()).containsKeys("white.red", "midtones.blue");
        assertThat(at(MidtoneStretch.UNLINKED.fit(colour).apply(colour), 6)).isBetween(0.3, 0.99);
    }

    @Test
    void hotPixelsDoNotHideADisc() {
        short[] values = plane(disc(35, 9000));
        Random random = new Random(1);
        for (int i = 0; i < 40; i++) {
            values[random.nextInt(values.length)] = (short) 65535;
        }
        assertThat(discOf(frame(WIDTH, HEIGHT, new UnsignedShortSamples(values))))
                .isPresent();
    }

    @Test
    void starsGalaxiesNebulaeGradientsAndNoiseAreNone() {
        assertThat(discOf(frame((x, y) -> 0))).as("noise").isEmpty();
        assertThat(discOf(frame((x, y) -> 60_000 * Math.exp(-(x * x + y * y) / 90))))
                .as("a star")
                .isEmpty();
        assertThat(discOf(frame((x, y) -> Math.min(64_000, 900_000 * Math.exp(-(x * x + y * y) / 90)))))
                .as("a saturated star")
                .isEmpty();
        assertThat(discOf(frame((x, y) -> 40_000 * Math.exp(-Math.hypot(x, 2 * y) / 12))))
                .as("a galaxy")
                .isEmpty();
        assertThat(discOf(frame((x, y) -> 3000 * Math.exp(-(x * x + y * y) / 9000))))
                .as("a nebula")
                .isEmpty();
        assertThat(discOf(frame((x, y) -> 2 * (x + 160)))).as("a gradient").isEmpty();
        assertThat(discOf(frame((x, y) -> stars(x, y)))).as("a cluster").isEmpty();
    }

    @Test
    void anOverscanAGradientAHorizonAndACircularSkyAreNone() {
        assertThat(discOf(frame((x, y) -> x < -150 ? -400 : 5000 + stars(x, y))))
                .as("overscan")
                .isEmpty();
        assertThat(discOf(frame((x, y) -> 90 * (x + 160) + stars(x, y) / 20)))
                .as("gradient with faint stars")
                .isEmpty();
        assertThat(discOf(frame((x, y) -> y > 60 ? 0 : 6000 + stars(x, y))))
                .as("horizon")
                .isEmpty();
        assertThat(discOf(frame((x, y) -> Math.hypot(x, y) > 110 ? 0 : 6000 + stars(x, y))))
                .as("fisheye")
                .isEmpty();
    }

    @Test
    void aRoundNebulaAmongStarsAndABrightStarAreNone() {
        assertThat(discOf(frame((x, y) -> 9000 / (1 + Math.exp((Math.hypot(x, y) - 14) / 0.7)) + field(x, y))))
                .as("planetary nebula")
                .isEmpty();
        assertThat(discOf(frame((x, y) -> 30_000 * Math.exp(-(x * x + y * y) / 72))))
                .as("a wide star")
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} degrees")
    @ValueSource(doubles = {30, 60, 90, 110, 125})
    void everyPhaseOfTheMoonIsADisc(double phase) {
        double sine = Math.sin(Math.toRadians(phase));
        double cosine = Math.cos(Math.toRadians(phase));
        DecodedFrame frame = frame((x, y) -> {
            double px = x / 80;
            double py = y / 80;
            if (px * px + py * py >= 1) {
                return 0;
            }
            double pz = Math.sqrt(1 - px * px - py * py);
            double sun = Math.max(0, px * sine + pz * cosine);
            double maria = 0.7 + 0.3 * Math.sin(px * 7) * Math.cos(py * 5);
            return 20_000 * 2 * sun / (sun + pz) * maria; // Lommel and Seeliger
        });
        assertThat(discOf(frame)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void aFrameOfAFewPixelsIsNone(int side) {
        assertThat(discOf(frame(side, side, new UnsignedShortSamples(new short[side * side]))))
                .isEmpty();
    }

    @Test
    void theSkysOwnCurveIsAsBefore() {
        DecodedFrame frame = frame((x, y) -> 60_000 * Math.exp(-(x * x + y * y) / 9));
        assertThat(MidtoneStretch.LINKED.fit(frame).parameters().get("black"))
                .isCloseTo(SKY - 2.8 * NOISE, within(3.0));
    }

    private static Optional<BrightDisc> discOf(DecodedFrame frame) {
        return BrightDisc.of(
                frame, frame.planes().stream().map(Samples::distribution).toList());
    }

    private static double stars(double x, double y) {
        double sum = 0;
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            double dx = x - 40 * random.nextGaussian();
            double dy = y - 40 * random.nextGaussian();
            double flux = 1000 + 30_000 * Math.pow(random.nextDouble(), 6);
            sum += flux * Math.exp(-(dx * dx + dy * dy) / 3);
        }
        return sum;
    }

    /** Some forty stars all over the frame. */
    private static double field(double x, double y) {
        double sum = 0;
        Random random = new Random(13);
        for (int i = 0; i < 40; i++) {
            double dx = x - WIDTH * (random.nextDouble() - 0.5);
            double dy = y - HEIGHT * (random.nextDouble() - 0.5);
            double flux = 1000 + 40_000 * Math.pow(random.nextDouble(), 4);
            sum += flux * Math.exp(-(dx * dx + dy * dy) / 3);
        }
        return sum;
    }

    /** Bands of half and full brightness, six pixels each, from the centre on. */
    private static DoubleBinaryOperator disc(double radius, double peak) {
        double band = Math.min(6, radius / 2);
        return (x, y) -> Math.hypot(x, y) < radius ? peak * (0.75 - 0.25 * Math.cos(Math.PI * y / band)) : 0;
    }

    private static DecodedFrame frame(DoubleBinaryOperator scene) {
        return frame(WIDTH, HEIGHT, new UnsignedShortSamples(plane(scene)));
    }

    private static short[] plane(DoubleBinaryOperator scene) {
        Random random = new Random(7);
        short[] values = new short[WIDTH * HEIGHT];
        for (int i = 0; i < values.length; i++) {
            double light = scene.applyAsDouble(i % WIDTH - WIDTH / 2, Math.floorDiv(i, WIDTH) - HEIGHT / 2);
            values[i] = (short) Math.min(65535, SKY + light + NOISE * random.nextGaussian());
        }
        return values;
    }

    private static double at(StretchedFrame frame, int below) {
        return Short.toUnsignedInt(frame.plane(0)[(HEIGHT / 2 + below) * WIDTH + WIDTH / 2]) / 65535.0;
    }

    private static DecodedFrame frame(int width, int height, Samples... planes) {
        return new DecodedFrame(
                MediaType.FITS,
                width,
                height,
                true,
                SampleLevels.SIXTEEN_BITS,
                List.of(planes),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
