package io.astrochrome.imaging.decode.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.Decoding;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tiles of floating-point numbers as other programs write them: CFITSIO's fpack (RICE, a number for the missing) and
 * Astropy (GZIP without loss, which names a method of quantising none the less).
 */
class QuantizedTilesTest {
    private static final int SIDE = 32;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"float-rice.fits, 2", "float-gzip.fits, 0.0001"})
    void readsEveryNumberAndMissesOnlyTheMissing(String name, double tolerance) throws IOException {
        DecodedFrame frame;
        try (var in = Decoding.class.getResourceAsStream(name)) {
            frame = new Decoding(folder).frame(in.readAllBytes());
        }
        SampleLevels levels = frame.levels();
        assertThat(levels.black()).isZero();
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double read = frame.plane(0).get((SIDE - 1 - y) * SIDE + x) * levels.white();
                boolean missing = x == 3 && y == 2;
                double written = missing ? 0 : 100 + (x * 7 + y * 13) % 32;
                assertThat(read).as("column %d, row %d", x, y).isCloseTo(written, within(missing ? 0 : tolerance));
            }
        }
    }
}
