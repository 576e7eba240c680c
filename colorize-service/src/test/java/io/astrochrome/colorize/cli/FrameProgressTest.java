package io.astrochrome.colorize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.imaging.color.Luminance16;
import io.astrochrome.imaging.color.LuminanceRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameProgressTest {
    private static final int WIDTH = 2;
    private static final int HEIGHT = 7;

    private final List<Long> told = new ArrayList<>();
    private final FrameProgress progress = new FrameProgress(told::add);

    private static Luminance16 rows() {
        short[] samples = new short[WIDTH * HEIGHT];
        for (short i = 0; i < samples.length; i++) {
            samples[i] = i;
        }
        return new Luminance16(WIDTH, HEIGHT, samples);
    }

    @Test
    void goesOnWithEachStepAndNeverBeyondAWholeFrame() throws IOException {
        progress.decoded();
        progress.coloured();
        LuminanceRows watched = progress.watching(rows());
        for (int row = 0; row < HEIGHT; row++) {
            watched.read(row, 1, new short[WIDTH]);
        }

        assertThat(told).isSorted().allSatisfy(share -> assertThat(share).isBetween(1L, (long) FrameProgress.DONE));
        assertThat(told.get(told.size() - 1)).as("the last row is under way").isLessThan(FrameProgress.DONE);
        assertThat(told.get(told.size() - 1)).isGreaterThan(80);
    }

    @Test
    void theRowsAreTheSame() throws IOException {
        LuminanceRows watched = progress.watching(rows());
        short[] read = new short[2 * WIDTH];
        watched.read(3, 2, read);

        assertThat(watched.width()).isEqualTo(WIDTH);
        assertThat(watched.height()).isEqualTo(HEIGHT);
        assertThat(read).containsExactly(6, 7, 8, 9);
    }
}
