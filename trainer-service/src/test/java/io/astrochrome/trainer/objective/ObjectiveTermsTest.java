package io.astrochrome.trainer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.Value;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each term of the generator's loss beside its formula in plain loops. */
class ObjectiveTermsTest {
    private static final int PICTURES = 2;
    private static final int PIXELS = 6;

    private final double[] l = drawn(1, PICTURES * PIXELS);
    private final double[] truth = drawn(2, 2 * PICTURES * PIXELS);
    private final double[] made = drawn(3, 2 * PICTURES * PIXELS);
    private Tape tape;

    @BeforeEach
    void open() {
        tape = Tape.silent(Precision.DOUBLE);
    }

    @AfterEach
    void close() {
        tape.close();
    }

    private static double[] drawn(long seed, int count) {
        return new SplittableRandom(seed).doubles(count, -0.8, 0.8).toArray();
    }

    private Value light() {
        return tape.of(l, PICTURES, 1, 2, 3);
    }

    private Value ab(double[] values) {
        return tape.of(values, PICTURES, 2, 2, 3);
    }

    private double pixel(PixelLoss loss, double lightnessWeight, double balance) {
        return new PixelTerm(loss, lightnessWeight, balance)
                .of(tape, new Pictures(light(), ab(truth)), ab(made))
                .item();
    }

    private static DoubleUnaryOperator distance(PixelLoss loss) {
        return switch (loss) {
            case L1 -> Math::abs;
            case CHARBONNIER -> d -> Math.sqrt(d * d + 1e-6);
            case L2 -> d -> d * d;
        };
    }

    @ParameterizedTest
    @EnumSource(PixelLoss.class)
    void thePixelLossIsTheMeanDistance(PixelLoss loss) {
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            sum += distance(loss).applyAsDouble(made[i] - truth[i]);
        }

        assertThat(pixel(loss, 0, 0)).isEqualTo(sum / truth.length, within(1e-9));
    }

    @Test
    void brightPixelsCountMoreAndAllTogetherAsMuch() {
        double weights = 0;
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            int picture = i / (2 * PIXELS);
            double weight = 1 + 3 * (l[picture * PIXELS + i % PIXELS] + 1) / 2;
            weights += weight;
            sum += weight * Math.abs(made[i] - truth[i]);
        }

        assertThat(pixel(PixelLoss.L1, 3, 0)).isEqualTo(sum / weights, within(1e-9));
    }

    @Test
    void faintPicturesAreBroughtToCountAsStrongOnes() {
        double[] weights = new double[PICTURES];
        double[] sums = new double[PICTURES];
        for (int picture = 0; picture < PICTURES; picture++) {
            double energy = 0;
            for (int i = picture * 2 * PIXELS; i < (picture + 1) * 2 * PIXELS; i++) {
                energy += truth[i] * truth[i] / (2 * PIXELS);
                sums[picture] += (made[i] - truth[i]) * (made[i] - truth[i]);
            }
            weights[picture] = Math.pow(energy + 5e-4, -0.7);
        }
        double mean = (weights[0] + weights[1]) / 2;
        double wanted = (weights[0] * sums[0] + weights[1] * sums[1]) / mean / (4 * PIXELS);

        assertThat(pixel(PixelLoss.L2, 0, 0.7)).isEqualTo(wanted, within(1e-9));
    }

    private static double colourfulness(double[] ab, int picture) {
        double spread = 0;
        double offset = 0;
        for (int plane = 0; plane < 2; plane++) {
            double mean = 0;
            double squares = 0;
            for (int i = 0; i < PIXELS; i++) {
                double value = ab[(2 * picture + plane) * PIXELS + i];
                mean += value / PIXELS;
                squares += value * value / PIXELS;
            }
            spread += squares - mean * mean;
            offset += mean * mean;
        }
        return Math.sqrt(spread + 1e-8) + 0.3 * Math.sqrt(offset + 1e-8);
    }

    @Test
    void colourThatIsMissingCostsAndMoreThanTheTruthsCostsNothing() {
        double[] pale = new double[made.length];
        double[] vivid = new double[made.length];
        for (int i = 0; i < made.length; i++) {
            pale[i] = truth[i] / 4;
            vivid[i] = 2 * truth[i];
        }
        double wanted = 0;
        for (int picture = 0; picture < PICTURES; picture++) {
            wanted += (colourfulness(truth, picture) - colourfulness(pale, picture)) / PICTURES;
        }

        assertThat(ColourfulnessTerm.of(tape, ab(truth), ab(pale)).item()).isEqualTo(wanted, within(1e-9));
        assertThat(ColourfulnessTerm.of(tape, ab(truth), ab(vivid)).item()).isZero();
        assertThat(ColourfulnessTerm.of(tape, ab(truth), ab(truth)).item()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "5, 1", "7.5, 0.75", "10, 0.5", "15, 0", "50, 0"})
    void theSkyCountsWhollyUpToFiveAndNotFromFifteenOn(double lStar, double share) {
        Value dark = tape.of(new double[] {lStar / 50 - 1}, 1, 1, 1, 1);
        Value tint = tape.of(new double[] {0.3, -0.1}, 1, 2, 1, 1);

        assertThat(SkyTerm.of(tape, dark, tint, tape.of(new double[] {1}, 1, 1, 1, 1))
                        .item())
                .isEqualTo(share * 0.05, within(1e-9));
        assertThat(SkyTerm.of(tape, dark, tint, tape.of(new double[] {0}, 1, 1, 1, 1))
                        .item())
                .as("whose palette tells its sky")
                .isZero();
    }

    @Test
    void likelihoodsAreHeldAgainstTheWantedOnesByTheirCrossEntropy() {
        Value wanted = tape.of(new double[] {0.2, 0.8, 0, 0}, 2, 2, 1, 1);
        Value told = tape.of(new double[] {1, 3, 5, -5}, 2, 2, 1, 1);
        double all = Math.log(Math.exp(1) + Math.exp(3));

        assertThat(LikelihoodTerm.of(tape, wanted, told).item())
                .as("the second picture does not count")
                .isEqualTo(-(0.2 * (1 - all) + 0.8 * (3 - all)) / 2, within(1e-9));
    }

    @Test
    void aLossIsTheWeightedSumOfItsPartsWhichAreToldWithoutTheirWeights() {
        Losses losses = new Losses();
        assertThatIllegalStateException()
                .isThrownBy(losses::total)
                .withMessage("all weights are zero: there is nothing to learn from");
        losses.add(tape, "pixel", tape.number(2), 1);
        losses.add(tape, "sky", tape.number(5), 0.5);
        losses.note("wasserstein", tape.number(9));

        assertThat(losses.total().item()).isEqualTo(4.5);
        StepLosses measured = losses.measured(0.25);
        assertThat(measured.named().keySet()).containsExactly("total", "pixel", "sky", "wasserstein", "gradientNorm");
        assertThat(measured.get("sky")).isEqualTo(5);
        assertThat(measured.get("gradientNorm")).isEqualTo(0.25);
        assertThat(measured.finite()).isTrue();
        assertThat(losses.measured(Double.NaN).finite()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> measured.get("penalty"))
                .withMessageContaining("not penalty");
    }
}
