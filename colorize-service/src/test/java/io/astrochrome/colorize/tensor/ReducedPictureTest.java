package io.astrochrome.colorize.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.events.LabTensor;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.Luminance16;
import io.astrochrome.tensors.TensorGrid;
import org.junit.jupiter.api.Test;

class ReducedPictureTest {
    private static final TensorGrid GRID = PlainTensors.PADDED;

    private final LabTensor tensor = PlainTensors.slope("M 42", GRID);

    private static float[] chroma() {
        float[] chroma = new float[GRID.pixels()];
        for (int i = 0; i < chroma.length; i++) {
            chroma[i] = i / (float) chroma.length - 0.5f;
        }
        return chroma;
    }

    @Test
    void isWithoutThePaddingInTheFramesLightnessAndTheNetworksChroma() {
        LabImage picture = ReducedPicture.of(tensor, chroma(), new float[GRID.pixels()]);

        assertThat(picture.width()).isEqualTo(GRID.contentWidth());
        assertThat(picture.height()).isEqualTo(GRID.contentHeight());
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int i = y * picture.width() + x;
                assertThat((double) picture.lStar()[i]).isCloseTo(50 * (x / 64.0 + 0.5), within(1e-4));
                assertThat((double) picture.requireA()[i])
                        .isCloseTo(110 * ((y * 64.0 + x) / GRID.pixels() - 0.5), within(1e-4));
                assertThat(picture.requireB()[i]).isZero();
            }
        }
    }

    @Test
    void onTheGridAgainItIsWhatTheNetworkGaveAndItsEdgesGoOn() {
        float[] given = chroma();
        LabImage picture = ReducedPicture.of(tensor, given, given);

        float[] grid = ReducedPicture.onGrid(tensor, picture.requireA());

        assertThat(grid).hasSize(GRID.pixels());
        for (int y = 0; y < GRID.height(); y++) {
            for (int x = 0; x < GRID.width(); x++) {
                int shown = Math.min(y, GRID.contentHeight() - 1) * GRID.width() + Math.min(x, GRID.contentWidth() - 1);
                assertThat(grid[y * GRID.width() + x]).isCloseTo(given[shown], within(1e-6f));
            }
        }
    }

    @Test
    void itsLuminanceIsItsLightnessInSixteenBits() {
        float[] lStar = {0, 100, 50, 0.001f};
        Luminance16 luminance = ReducedPicture.luminance(new LabImage(2, 2, lStar, null, null));
        short[] rows = new short[4];
        luminance.read(0, 2, rows);

        assertThat(rows[0] & 0xffff).isZero();
        assertThat(rows[1] & 0xffff).isEqualTo(65_535);
        assertThat(rows[2] & 0xffff).isBetween(32_767, 32_768);
        assertThat(rows[3] & 0xffff).as("0.655 of a step").isEqualTo(1);
    }
}
