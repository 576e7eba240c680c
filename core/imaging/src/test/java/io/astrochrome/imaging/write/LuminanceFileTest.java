package io.astrochrome.imaging.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.imaging.color.Luminance16;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import nom.tam.fits.Fits;
import nom.tam.fits.ImageHDU;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LuminanceFileTest {
    private static final int WIDTH = 61;
    private static final int HEIGHT = 147;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"TOP-DOWN", "BOTTOM-UP"})
    void anyRowsAreReadBack(String order) throws IOException {
        Path file = folder.resolve("luminance.fits");
        Luminance16 luminance = luminance();
        LuminanceFile.write(file, luminance, List.of("ROWORDER= '" + order + "'"));

        try (LuminanceFile read = LuminanceFile.open(file)) {
            assertThat(read.readAll().samples()).isEqualTo(luminance.samples());
            short[] some = new short[50 * WIDTH];
            read.read(40, 50, some);
            assertThat(some).isEqualTo(Arrays.copyOfRange(luminance.samples(), 40 * WIDTH, 90 * WIDTH));
        }
    }

    @Test
    void carriesTheFramesHeader() throws IOException {
        Path file = folder.resolve("luminance.fits");
        LuminanceFile.write(file, luminance(), TestPictures.SOURCE_CARDS);

        try (LuminanceFile read = LuminanceFile.open(file)) {
            assertThat(read.fitsCards())
                    .allMatch(card -> card.length() == 80)
                    .isEqualTo(CarriedCards.of(TestPictures.SOURCE_CARDS))
                    .contains(FitsCard.card("CTYPE1  = 'RA---TAN'"), FitsCard.card("CONTINUE  'hty characters'"))
                    .noneMatch(card -> card.startsWith("BITPIX"));
        }
    }

    @Test
    void anotherReaderSeesUnsignedSamplesFromTheBottom() throws Exception {
        Path file = folder.resolve("luminance.fits");
        Luminance16 luminance = luminance();
        LuminanceFile.write(file, luminance, List.of());

        try (Fits fits = new Fits(file.toFile())) {
            ImageHDU hdu = (ImageHDU) fits.readHDU();
            short[][] rows = (short[][]) hdu.getKernel();
            assertThat(hdu.getBZero()).isEqualTo(32768);
            assertThat(rows[0][5] + 32768)
                    .isEqualTo(Short.toUnsignedInt(luminance.samples()[(HEIGHT - 1) * WIDTH + 5]));
        }
    }

    @Test
    void aTruncatedFileIsRefused() throws IOException {
        Path file = folder.resolve("luminance.fits");
        LuminanceFile.write(file, luminance(), List.of());
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, 2879, 2880, 2880 + 2 * WIDTH * HEIGHT - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> LuminanceFile.open(file)).isInstanceOf(IOException.class);
        }
    }

    private static Luminance16 luminance() {
        short[] samples = new short[WIDTH * HEIGHT];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (i * 7919);
        }
        return new Luminance16(WIDTH, HEIGHT, samples);
    }
}
