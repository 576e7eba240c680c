package io.astrochrome.trainer.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecoderMapsTest {
    private static final int HEIGHT = 16;
    private static final int WIDTH = 24;

    /** Maps of half and of full size, with two channels and one. */
    private static DecoderMaps maps(float[] half, float[] full) {
        float[] l = new float[HEIGHT * WIDTH];
        for (int i = 0; i < l.length; i++) {
            l[i] = i;
        }
        return new DecoderMaps(List.of(2, 1), List.of(half, full), l, HEIGHT, WIDTH, new float[0]);
    }

    private static float[] told(DecoderMaps maps, int x, int y) {
        float[] told = new float[maps.depth()];
        maps.tell(x, y, told, 0);
        return told;
    }

    private static float[] drawn(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (float) random.nextDouble(-1, 1);
        }
        return numbers;
    }

    /** Height over the centres of the pixels, mirrored by being held at the borders: a tent for each pixel, all summed up. */
    private static double tents(float[] map, int first, int rows, int columns, double row, double column) {
        double heldRow = Math.max(0, Math.min(rows - 1, row));
        double heldColumn = Math.max(0, Math.min(columns - 1, column));
        double sum = 0;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double weight = Math.max(0, 1 - Math.abs(heldRow - r)) * Math.max(0, 1 - Math.abs(heldColumn - c));
                sum += weight * map[first + r * columns + c];
            }
        }
        return sum;
    }

    @Test
    void aPixelIsToldByEveryChannelAndLastByItsLightness() {
        float[] half = new float[2 * HEIGHT / 2 * WIDTH / 2];
        Arrays.fill(half, 0, half.length / 2, 3);
        Arrays.fill(half, half.length / 2, half.length, 4);
        float[] full = new float[HEIGHT * WIDTH];
        full[5 * WIDTH + 7] = 9;
        DecoderMaps maps = maps(half, full);

        assertThat(maps.depth()).isEqualTo(4);
        assertThat(told(maps, 7, 5)).containsExactly(3, 4, 9, 5 * WIDTH + 7);
        assertThat(told(maps, 8, 5)).containsExactly(3, 4, 0, 5 * WIDTH + 8);
    }

    @Test
    void whatIsToldIsWrittenFromThatPlaceOnAndNowhereElse() {
        DecoderMaps maps = maps(drawn(2 * HEIGHT / 2 * WIDTH / 2, 1), drawn(HEIGHT * WIDTH, 2));
        float[] all = new float[10];
        Arrays.fill(all, 77);

        maps.tell(3, 2, all, 4);

        assertThat(Arrays.copyOfRange(all, 4, 8)).isEqualTo(told(maps, 3, 2));
        assertThat(all[3]).isEqualTo(77);
        assertThat(all[8]).isEqualTo(77);
    }

    @Test
    void betweenTheCentresOfASmallerMapsPixelsNumbersAreLinear() {
        float[] half = drawn(2 * HEIGHT / 2 * WIDTH / 2, 3);
        float[] full = drawn(HEIGHT * WIDTH, 4);
        DecoderMaps maps = maps(half, full);
        int plane = HEIGHT / 2 * WIDTH / 2;

        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                float[] told = told(maps, x, y);
                double row = (y + 0.5) / 2 - 0.5;
                double column = (x + 0.5) / 2 - 0.5;
                for (int channel = 0; channel < 2; channel++) {
                    double wanted = tents(half, channel * plane, HEIGHT / 2, WIDTH / 2, row, column);
                    assertThat((double) told[channel]).isEqualTo(wanted, within(1e-6));
                }
                assertThat(told[2]).as("a map of the picture's size").isEqualTo(full[y * WIDTH + x]);
            }
        }
    }

    @Test
    void theDeepestOfThreeMapsHasAQuarterOfThePicturesSides() {
        int side = 32;
        float[] deepest = new float[side / 4 * side / 4];
        for (int i = 0; i < deepest.length; i++) {
            deepest[i] = i % (side / 4);
        }
        DecoderMaps maps = new DecoderMaps(
                List.of(1, 1, 1),
                List.of(deepest, new float[side / 2 * side / 2], new float[side * side]),
                new float[side * side],
                side,
                side,
                new float[0]);

        // The ramp's pixel c has its centre at 4 c + 1.5 of the picture's.
        for (int x = 2; x < side - 2; x++) {
            assertThat((double) told(maps, x, 11)[0]).isEqualTo((x - 1.5) / 4, within(1e-6));
        }
        assertThat(told(maps, 0, 0)[0]).as("held at the border").isZero();
        assertThat(told(maps, side - 1, side - 1)[0]).isEqualTo(7);
    }
}
