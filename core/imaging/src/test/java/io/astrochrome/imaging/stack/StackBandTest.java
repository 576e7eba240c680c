package io.astrochrome.imaging.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.linear.SkyPlane;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackBandTest {
    private static final double SKY = 800;
    private static final double NOISE = 10;

    @Property(tries = 300)
    void valuesThatAgreeAreAveragedWithTheirWeights(@ForAll @IntRange(min = 1, max = 60) int count, @ForAll long seed) {
        Random random = new Random(seed);
        Pixel pixel = new Pixel();
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < count; i++) {
            double value = SKY + NOISE * (random.nextDouble() - 0.5);
            double weight = 0.5 + random.nextDouble();
            pixel.add((float) value, weight, NOISE);
            sum += weight * value;
            weights += weight;
        }
        assertThat(pixel.mean()).isCloseTo((float) (sum / weights), within(0.005f));
        assertThat(pixel.coverage()).isEqualTo(count);
    }

    @Property(tries = 200)
    void aFewValuesGiveTheSameInEveryOrder(@ForAll @IntRange(min = 1, max = 4) int count, @ForAll long seed) {
        Random random = new Random(seed);
        List<Float> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double off = random.nextInt(3) == 0 ? 3000 * random.nextGaussian() : NOISE * random.nextGaussian();
            values.add((float) (SKY + off));
        }
        float mean = mean(values);
        Collections.shuffle(values, random);
        assertThat(mean(values)).isEqualTo(mean);
    }

    @Property(tries = 200)
    void oneValueThatIsFarOffIsLeftOutWhereverItComes(
            @ForAll @IntRange(min = 4, max = 40) int others, @ForAll boolean above, @ForAll long seed) {
        Random random = new Random(seed);
        List<Float> values = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < others; i++) {
            values.add((float) (SKY + NOISE * (random.nextDouble() - 0.5)));
            sum += values.get(i);
        }
        values.add(random.nextInt(others + 1), (float) (SKY + (above ? 500 : -500)));
        assertThat(mean(values)).isCloseTo((float) (sum / others), within(0.005f));
    }

    @Test
    void threeThatAreFarAboveAreLeftOutOfMany() {
        List<Float> values = new ArrayList<>(Collections.nCopies(9, 800f));
        values.addAll(List.of(9000f, 20_000f, 1500f));
        Collections.shuffle(values, new Random(2));
        assertThat(mean(values)).isEqualTo(800);
    }

    @Test
    void whatNoSubSawIsMissing() {
        Pixel pixel = new Pixel();
        assertThat(pixel.mean()).isNaN();
        assertThat(pixel.coverage()).isZero();
        pixel.add(Float.NaN, 1, NOISE);
        assertThat(pixel.mean()).isNaN();
        assertThat(pixel.coverage()).isZero();
        pixel.add(805, 1, NOISE);
        assertThat(pixel.mean()).isEqualTo(805);
        assertThat(pixel.coverage()).isEqualTo(1);
    }

    @ParameterizedTest(name = "of {0} it is {1}")
    @CsvSource({
        "800 900, 800",
        "900 800, 800",
        "800 400, 400",
        "800 800 5000, 800",
        "5000 800 804, 802",
        "800 804 100, 802",
        "100 800 5000, 800",
        "800 802 804 5000, 802",
        "800 802 804 100, 802",
        "100 800 802 9000, 801",
        "100 120 9000 9900, 110",
        "800 804, 802"
    })
    void ofFewTheLowerMiddleOneIsBelieved(String values, float mean) {
        assertThat(mean(values(values))).isEqualTo(mean);
    }

    @Test
    void aStarMayVaryByAThirdOfItsLight() {
        assertThat(mean(values("10800 13000"))).isEqualTo(11_900);
        assertThat(mean(values("10800 15000"))).isEqualTo(10_800);
        assertThat(mean(values("800 3000"))).as("what stands on the sky").isEqualTo(800);
    }

    @Test
    void weightsDecide() {
        Pixel pixel = new Pixel();
        pixel.add(800, 3, NOISE);
        pixel.add(804, 1, NOISE);
        assertThat(pixel.mean()).isEqualTo(801);
    }

    @Test
    void aNoisySubMayBeFartherOff() {
        Pixel pixel = new Pixel();
        pixel.add(800, 1, 1);
        pixel.add(900, 1, 40);
        assertThat(pixel.mean()).isEqualTo(850);
        Pixel quiet = new Pixel();
        quiet.add(800, 1, 1);
        quiet.add(900, 1, 10);
        assertThat(quiet.mean()).isEqualTo(800);
    }

    @ParameterizedTest(name = "{0} deviations")
    @ValueSource(doubles = {3.5, -3.5, 5, -5})
    void fourDeviationsAreTheLimit(double deviations) {
        int others = 30;
        Random random = new Random(11);
        Pixel pixel = new Pixel();
        double sum = 0;
        for (int i = 0; i < others; i++) {
            float value = (float) (SKY + NOISE * random.nextGaussian() / 4);
            pixel.add(value, 1, NOISE);
            sum += value;
        }
        float off = (float) (SKY + deviations * NOISE);
        pixel.add(off, 1, NOISE);
        boolean belongs = Math.abs(deviations) < 4;
        double expected = belongs ? (sum + off) / (others + 1) : sum / others;
        assertThat(pixel.mean()).isCloseTo((float) expected, within(0.01f));
    }

    @Test
    void wherePixelsVaryMoreThanTheirNoiseTheirOwnSpreadIsTheLimit() {
        Random random = new Random(12);
        Pixel pixel = new Pixel();
        double sum = 0;
        for (int i = 0; i < 40; i++) {
            float value = (float) (SKY + 100 * (random.nextDouble() - 0.5));
            pixel.add(value, 1, 1);
            sum += value;
        }
        assertThat(pixel.mean()).isCloseTo((float) (sum / 40), within(0.5f));
        pixel.add(3000, 1, 1);
        assertThat(pixel.mean()).isCloseTo((float) (sum / 40), within(0.5f));
    }

    @Test
    void aHundredSatellitesDoNotMoveWhatAThousandSubsSaw() {
        Random random = new Random(13);
        Pixel pixel = new Pixel();
        double sum = 0;
        for (int i = 0; i < 1000; i++) {
            float value = (float) (SKY + NOISE * random.nextGaussian());
            pixel.add(value, 1, NOISE);
            sum += value;
            if (i % 10 == 9) {
                pixel.add((float) (SKY + 500 + 100 * random.nextGaussian()), 1, NOISE);
            }
        }
        assertThat(pixel.mean()).isCloseTo((float) (sum / 1000), within(0.2f));
        assertThat(pixel.coverage()).as("those left out for good included").isEqualTo(1100);
    }

    @Test
    void aRowIsBroughtToTheReferencesScaleWithinItsPlace() {
        SubWeights subs = new SubWeights();
        StackBand band = new StackBand(6);
        Scaling scaling = new Scaling(2, new SkyPlane(100, 1, 10));
        short sub = subs.add(1, NOISE);
        band.add(3, new float[] {500, Float.NaN, 700}, scaling, 7, sub, subs);
        float[] into = new float[8];
        band.mean(SKY, subs, into, 1);
        assertThat(into).containsExactly(0, Float.NaN, Float.NaN, Float.NaN, 1000 - 170, Float.NaN, 1400 - 172, 0);
        short[] coverage = new short[8];
        band.coverage(coverage, 1);
        assertThat(coverage)
                .containsExactly(
                        (short) 0, (short) 0, (short) 0, (short) 0, (short) 1, (short) 0, (short) 1, (short) 0);
    }

    @Property(tries = 100)
    void whatWasWrittenIsReadAndGoesOnAsIfNothingHadBeen(
            @ForAll @IntRange(min = 0, max = 30) int before,
            @ForAll @IntRange(min = 0, max = 30) int after,
            @ForAll long seed) {
        int pixels = 5;
        Random random = new Random(seed);
        SubWeights subs = new SubWeights();
        StackBand band = new StackBand(pixels);
        for (int i = 0; i < before; i++) {
            addRow(band, subs, random);
        }
        ByteBuffer bytes =
                ByteBuffer.allocate(pixels * StackBand.BYTES_OF_A_PIXEL).order(ByteOrder.LITTLE_ENDIAN);
        band.write(bytes);
        assertThat(bytes.hasRemaining()).isFalse();
        StackBand read = new StackBand(pixels);
        read.read(bytes.flip());
        assertThat(bytes.hasRemaining()).isFalse();
        for (int i = 0; i < after; i++) {
            long row = random.nextLong();
            short sub = subs.add(1 + i, NOISE);
            band.add(0, row(new Random(row), pixels), Scaling.IDENTITY, 0, sub, subs);
            read.add(0, row(new Random(row), pixels), Scaling.IDENTITY, 0, sub, subs);
        }
        assertThat(means(read, subs)).isEqualTo(means(band, subs));
        short[] coverage = new short[pixels];
        short[] same = new short[pixels];
        band.coverage(coverage, 0);
        read.coverage(same, 0);
        assertThat(same).isEqualTo(coverage);
    }

    @Test
    void clearedItIsAsNew() {
        SubWeights subs = new SubWeights();
        StackBand band = new StackBand(5);
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            addRow(band, subs, random);
        }
        band.clear();
        assertThat(means(band, subs)).containsOnly(Float.NaN);
        ByteBuffer bytes = ByteBuffer.allocate(5 * StackBand.BYTES_OF_A_PIXEL);
        ByteBuffer fresh = ByteBuffer.allocate(5 * StackBand.BYTES_OF_A_PIXEL);
        band.write(bytes);
        new StackBand(5).write(fresh);
        assertThat(bytes.array()).isEqualTo(fresh.array());
    }

    private static void addRow(StackBand band, SubWeights subs, Random random) {
        band.add(0, row(random, band.pixels()), Scaling.IDENTITY, 0, subs.add(1, NOISE), subs);
    }

    private static float[] row(Random random, int pixels) {
        float[] row = new float[pixels];
        for (int x = 0; x < pixels; x++) {
            double off = NOISE * random.nextGaussian() + (random.nextInt(9) == 0 ? 900 : 0);
            row[x] = random.nextInt(7) == 0 ? Float.NaN : (float) (SKY + off);
        }
        return row;
    }

    private static float[] means(StackBand band, SubWeights subs) {
        float[] means = new float[band.pixels()];
        band.mean(SKY, subs, means, 0);
        return means;
    }

    private static List<Float> values(String values) {
        List<Float> read = new ArrayList<>();
        for (String value : values.split(" ", -1)) {
            read.add(Float.valueOf(value));
        }
        return read;
    }

    private static float mean(List<Float> values) {
        Pixel pixel = new Pixel();
        values.forEach(value -> pixel.add(value, 1, NOISE));
        return pixel.mean();
    }

    /** A band of one pixel with its subs. */
    private static final class Pixel {
        private final SubWeights subs = new SubWeights();
        private final StackBand band = new StackBand(1);

        void add(float value, double weight, double noise) {
            band.add(0, new float[] {value}, Scaling.IDENTITY, 0, subs.add(weight, noise), subs);
        }

        float mean() {
            return means(band, subs)[0];
        }

        int coverage() {
            short[] coverage = new short[1];
            band.coverage(coverage, 0);
            return coverage[0];
        }
    }
}
