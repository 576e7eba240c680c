package io.astrochrome.metrics.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.events.LabTensor;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.metrics.sample.SampleFrame;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;
import java.awt.image.BufferedImage;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TensorPictureTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 32;
    private static final TensorGrid PADDED = new TensorGrid(500, 190, WIDTH, HEIGHT, 50, 19);

    private static LabTensor tensor(TensorGrid grid, boolean coloured) {
        short[] lightness = new short[grid.pixels()];
        short[] a = new short[grid.pixels()];
        short[] b = new short[grid.pixels()];
        for (int i = 0; i < lightness.length; i++) {
            // Of exact halves: what comes out is what went in.
            lightness[i] = HalfFloat.fromFloat(column(i) / 64f - 0.5f);
            a[i] = HalfFloat.fromFloat(row(i) / 32f);
            b[i] = HalfFloat.fromFloat(-row(i) / 64f);
        }
        LabTensor like = SampleFrame.of(
                        "M 42",
                        "light.fits",
                        new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB),
                        Instant.parse("2026-11-22T20:00:00Z"))
                .mono();
        return new LabTensor(
                like.frame(),
                grid,
                like.stretch(),
                null,
                like.preparedAt(),
                lightness,
                coloured ? a : null,
                coloured ? b : null);
    }

    private static int column(int i) {
        return i % WIDTH;
    }

    private static int row(int i) {
        return i / WIDTH;
    }

    @Test
    void isWithoutThePaddingAndInCielabsUnits() {
        LabImage picture = TensorPicture.of(tensor(PADDED, true));

        assertThat(picture.width()).isEqualTo(50);
        assertThat(picture.height()).isEqualTo(19);
        for (int y = 0; y < 19; y++) {
            for (int x = 0; x < 50; x++) {
                int i = y * 50 + x;
                assertThat((double) picture.lStar()[i]).isCloseTo(50 * (x / 64.0 + 0.5), within(1e-4));
                assertThat((double) picture.requireA()[i]).isCloseTo(110 * y / 32.0, within(1e-4));
                assertThat((double) picture.requireB()[i]).isCloseTo(-110 * y / 64.0, within(1e-4));
            }
        }
    }

    @Test
    void ofAFrameWithoutColourHasNone() {
        assertThat(TensorPicture.of(tensor(PADDED, false)).hasColour()).isFalse();
    }

    @Test
    void ofASinglePixelIsOne() {
        TensorGrid one = new TensorGrid(1, 1, 32, 32, 1, 1);
        float[] plane = new float[one.pixels()];
        plane[0] = -1;
        plane[1] = 9;
        plane[32] = 9;

        assertThat(TensorPicture.chroma(plane, one)).containsExactly(-110);
    }

    @Test
    void withoutPaddingIsAllOfIt() {
        TensorGrid whole = new TensorGrid(WIDTH, HEIGHT, WIDTH, HEIGHT, WIDTH, HEIGHT);
        float[] plane = new float[whole.pixels()];
        plane[plane.length - 1] = 0.5f;

        float[] chroma = TensorPicture.chroma(plane, whole);
        assertThat(chroma).hasSize(WIDTH * HEIGHT);
        assertThat(chroma[chroma.length - 1]).isEqualTo(55);
    }
}
