package io.astrochrome.imaging.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.filter.FilterRole;
import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.quality.Ciede2000;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ComposerTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final Composer COMPOSER = new Composer();

    @Test
    void makesTheSkyNeutralWhateverItsColourAndGradientWere() {
        Map<FilterRole, LinearPlane> night = broadband(3);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            night.get(FilterRole.RED).values()[i] += 4000 + 2 * (i % WIDTH);
        }
        Composite composite = compose(night, Optional.empty());
        assertThat(composite.formula()).contains(Formula.RGB);
        assertThat(median(composite.known().colour().a())).isCloseTo(0, within(1.0));
        assertThat(median(composite.known().colour().b())).isCloseTo(0, within(1.0));
    }

    @Test
    void starsMakeAnUnevenCameraWhite() {
        Map<FilterRole, LinearPlane> night = broadband(3);
        LabImage even = compose(night, Optional.empty()).known().colour();
        Map<FilterRole, LinearPlane> uneven = new EnumMap<>(FilterRole.class);
        night.forEach((role, plane) -> uneven.put(role, plane.copy()));
        scale(uneven.get(FilterRole.RED), 0.4f);
        scale(uneven.get(FilterRole.BLUE), 1.7f);
        LabImage colours = compose(uneven, Optional.empty()).known().colour();
        assertThat(meanDifference(even, colours)).isLessThan(1.5);
    }

    @Test
    void twelveSubsComeCloseToTheCompositeWithoutNoise() {
        LabImage truth = compose(broadband(1e-3), Optional.empty()).known().colour();
        LabImage noisy =
                compose(broadband(15 / Math.sqrt(12)), Optional.empty()).known().colour();
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < truth.lStar().length; i++) {
            if (truth.lStar()[i] > 45) {
                differences.add(Ciede2000.difference(
                        noisy.lStar()[i], noisy.a()[i], noisy.b()[i], truth.lStar()[i], truth.a()[i], truth.b()[i]));
            }
        }
        assertThat(differences.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow())
                .as("mean dE2000 on the object")
                .isLessThan(3);
    }

    @Test
    void oneLightHasNoColourAndTwoHave() {
        Map<FilterRole, LinearPlane> hydrogen = Map.of(FilterRole.H_ALPHA, nebula(1, 0, 5));
        Composite one = compose(hydrogen, Optional.empty());
        assertThat(one.formula()).isEmpty();
        assertThat(one.known().measuredShare()).isZero();
        assertThat(one.known().physicsShare()).isEqualTo(1);
        assertThat(one.known().isWhole()).isTrue();
        assertThat(one.lightnessFrom()).contains(FilterRole.H_ALPHA);
        Composite two = compose(
                Map.of(FilterRole.H_ALPHA, nebula(1, 0, 5), FilterRole.O_III, nebula(0, 1, 5)), Optional.empty());
        assertThat(two.formula()).contains(Formula.HOO);
        assertThat(two.known().measuredShare()).isGreaterThan(0.6);
        int left = HEIGHT / 4 * (WIDTH / 2) + WIDTH / 8;
        int right = HEIGHT / 4 * (WIDTH / 2) + WIDTH * 3 / 8;
        assertThat(two.known().colour().a()[left]).as("hydrogen is red").isGreaterThan(15);
        assertThat(two.known().colour().a()[right]).as("oxygen is teal").isLessThan(-8);
    }

    @ParameterizedTest
    @EnumSource(
            value = Formula.class,
            names = {"SHO", "SHO_SOFT", "FORAXX", "HOO", "NATURAL"})
    void everyFormulaOfLinesShowsThem(Formula formula) {
        Map<FilterRole, LinearPlane> lines = Map.of(
                FilterRole.H_ALPHA,
                nebula(1, 0.4, 5),
                FilterRole.O_III,
                nebula(0, 1, 5),
                FilterRole.S_II,
                nebula(0.8, 0, 5));
        Composite composite = compose(lines, Optional.of(formula));
        assertThat(composite.formula()).contains(formula);
        float[] a = composite.known().colour().a().clone();
        Arrays.sort(a);
        assertThat(a[a.length - 1 - a.length / 50] - a[a.length / 50])
                .as("spread of a*")
                .isGreaterThan(15);
    }

    @ParameterizedTest
    @CsvSource({
        "RED GREEN BLUE, RGB",
        "LUMINANCE RED BLUE, RGB",
        "H_ALPHA O_III, HOO",
        "H_ALPHA S_II O_III, SHO",
        "H_ALPHA S_II, NATURAL",
        "LUMINANCE, ",
        "LUMINANCE RED, ",
        "INFRARED UNKNOWN, "
    })
    void choosesWhatShowsMostOfWhatWasMeasured(String roles, Formula formula) {
        List<FilterRole> there =
                Arrays.stream(roles.split(" ")).map(FilterRole::valueOf).toList();
        assertThat(Formula.best(there)).isEqualTo(Optional.ofNullable(formula));
    }

    @Test
    void aFormulaWhoseLightsAreNotThereIsNotForced() {
        Composite composite = compose(
                Map.of(FilterRole.H_ALPHA, nebula(1, 0, 5), FilterRole.O_III, nebula(0, 1, 5)),
                Optional.of(Formula.SHO));
        assertThat(composite.formula()).contains(Formula.HOO);
    }

    @Test
    void luminanceGivesTheLightness() {
        Map<FilterRole, LinearPlane> night = broadband(15);
        night.put(FilterRole.LUMINANCE, nebula(1, 1, 2));
        assertThat(compose(night, Optional.empty()).lightnessFrom()).contains(FilterRole.LUMINANCE);
    }

    @Test
    void guessesFillOnlyWhatWasNotMeasured() {
        Composite composite = compose(broadband(15), Optional.empty());
        float[] guess = new float[composite.known().measured().length];
        Arrays.fill(guess, 30);
        LabImage filled = composite.known().filledWith(guess, guess);
        for (int i = 0; i < guess.length; i += 37) {
            assertThat(filled.a()[i])
                    .isCloseTo(
                            composite.known().colour().a()[i]
                                    + 30 * (1 - composite.known().measured()[i]),
                            within(1e-3f));
        }
    }

    @Test
    void aLinesHueIsPhysicsOnlyWhereThereIsNoOtherLight() {
        Map<FilterRole, LinearPlane> night = new EnumMap<>(FilterRole.class);
        night.put(FilterRole.H_ALPHA, nebula(1, 0, 5));
        night.put(FilterRole.LUMINANCE, nebula(1, 1, 5));
        KnownColours known = compose(night, Optional.empty()).known();
        assertThat(known.physicsShare()).isZero();
        assertThat(known.isWhole()).isFalse();
    }

    @Test
    void refusesNothingAndStacksOfTwoSizes() {
        assertThatThrownBy(() -> COMPOSER.compose(List.of(), Optional.empty())).hasMessageContaining("at least one");
        List<StackedLight> different = List.of(
                new StackedLight(FilterRole.RED, new LinearPlane(64, 64, new float[64 * 64]), 1, 60),
                new StackedLight(FilterRole.BLUE, new LinearPlane(64, 32, new float[64 * 32]), 1, 60));
        assertThatThrownBy(() -> COMPOSER.compose(different, Optional.empty())).hasMessageContaining("one size");
    }

    @Test
    void aStackThatIsMissingInPartsIsComposed() {
        Map<FilterRole, LinearPlane> night = broadband(3);
        Arrays.fill(night.get(FilterRole.GREEN).values(), 0, WIDTH * 30, Float.NaN);
        Composite composite = compose(night, Optional.empty());
        for (int i = 0; i < composite.known().measured().length; i++) {
            assertThat(composite.known().colour().a()[i]).isFinite();
        }
    }

    private static Composite compose(Map<FilterRole, LinearPlane> planes, Optional<Formula> wanted) {
        List<StackedLight> lights = planes.entrySet().stream()
                .map(entry -> new StackedLight(entry.getKey(), entry.getValue(), 12, 720))
                .toList();
        return COMPOSER.compose(lights, wanted);
    }

    private static Map<FilterRole, LinearPlane> broadband(double noise) {
        Map<FilterRole, LinearPlane> planes = new EnumMap<>(FilterRole.class);
        planes.put(FilterRole.RED, nebula(1, 0.3, noise));
        planes.put(FilterRole.GREEN, nebula(0.5, 0.6, noise));
        planes.put(FilterRole.BLUE, nebula(0.4, 1, noise));
        return planes;
    }

    /** A cloud to the left, one to the right, and white stars. */
    private static LinearPlane nebula(double left, double right, double noise) {
        Random random = new Random((long) (left * 100 + right * 1000));
        float[] values = new float[WIDTH * HEIGHT];
        for (int i = 0; i < values.length; i++) {
            double x = i % WIDTH;
            double y = Math.floorDiv(i, WIDTH) - HEIGHT / 2.0;
            double one = Math.hypot(x - WIDTH / 4.0, y) / 35;
            double other = Math.hypot(x - WIDTH * 3 / 4.0, y) / 35;
            double light = 700 * (left * Math.exp(-one * one) + right * Math.exp(-other * other));
            values[i] = (float) (500 + light + noise * random.nextGaussian());
        }
        Random sky = new Random(12);
        for (int star = 0; star < 120; star++) {
            int x = 4 + sky.nextInt(WIDTH - 8);
            int y = 4 + sky.nextInt(HEIGHT - 8);
            double peak = 300 + 20_000 * Math.pow(sky.nextDouble(), 5);
            for (int dy = -4; dy <= 4; dy++) {
                for (int dx = -4; dx <= 4; dx++) {
                    values[(y + dy) * WIDTH + x + dx] += (float) (peak * Math.exp(-(dx * dx + dy * dy) / 2.5));
                }
            }
        }
        return new LinearPlane(WIDTH, HEIGHT, values);
    }

    private static void scale(LinearPlane plane, float by) {
        for (int i = 0; i < plane.values().length; i++) {
            plane.values()[i] *= by;
        }
    }

    private static double meanDifference(LabImage one, LabImage other) {
        double sum = 0;
        for (int i = 0; i < one.a().length; i++) {
            sum += Math.hypot(one.a()[i] - other.a()[i], one.b()[i] - other.b()[i]);
        }
        return sum / one.a().length;
    }

    private static double median(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
