package io.astrochrome.imaging.decode.raster;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.Decoding;
import io.astrochrome.imaging.decode.Probed;
import io.astrochrome.imaging.decode.RejectionReason;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiffPagesTest {
    private static final Map<Integer, Long> REDUCED = Map.of(TiffDirectory.NEW_SUBFILE_TYPE, 1L);
    private static final Map<Integer, Long> FILTERS = Map.of(TiffDirectory.PHOTOMETRIC, 32803L);

    @TempDir
    Path folder;

    private Decoding decoding;

    @BeforeEach
    void setUp() {
        decoding = new Decoding(folder);
    }

    @Test
    void takesThePageBehindAThumbnail() {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            byte[] file = TiffPagesFile.of(order)
                    .page(8, 6, 10, REDUCED)
                    .page(40, 30, 200)
                    .bytes();
            assertPicture(file, 40, 30, 200);
            assertThat(decoding.frame(file).notes()).isEmpty();
        }
    }

    @Test
    void takesThePictureBelowAThumbnail() {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            assertPicture(
                    TiffPagesFile.of(order)
                            .page(8, 6, 10, REDUCED)
                            .below(40, 30, 200, Map.of())
                            .bytes(),
                    40,
                    30,
                    200);
        }
    }

    @Test
    void takesTheLargerPictureBelowAPageThatDoesNotSayThatItIsReduced() {
        assertPicture(
                TiffPagesFile.of(ByteOrder.LITTLE_ENDIAN)
                        .page(8, 6, 10)
                        .below(40, 30, 200, Map.of())
                        .bytes(),
                40,
                30,
                200);
    }

    @Test
    void takesThePageWhoseReducedCopiesLieBelowIt() {
        assertPicture(
                TiffPagesFile.of(ByteOrder.BIG_ENDIAN)
                        .page(40, 30, 200)
                        .below(20, 15, 10, REDUCED)
                        .page(10, 8, 11, Map.of(TiffDirectory.SUBFILE_TYPE, 2L))
                        .page(40, 30, 12, Map.of(TiffDirectory.NEW_SUBFILE_TYPE, 4L))
                        .bytes(),
                40,
                30,
                200);
    }

    @Test
    void saysHowManyPagesAreLeftOut() {
        byte[] file = TiffPagesFile.of(ByteOrder.LITTLE_ENDIAN)
                .page(40, 30, 200)
                .page(40, 30, 100)
                .page(40, 30, 50)
                .bytes();
        assertPicture(file, 40, 30, 200);
        assertThat(decoding.frame(file).notes())
                .containsExactly("the file has 3 pages; the first is taken, 2 are left out");
    }

    @Test
    void takesTheLargestPageWhereNoneSaysThatItIsReduced() {
        byte[] file = TiffPagesFile.of(ByteOrder.LITTLE_ENDIAN)
                .page(8, 6, 10)
                .page(40, 30, 200)
                .page(40, 30, 100)
                .bytes();
        assertPicture(file, 40, 30, 200);
        assertThat(decoding.frame(file).notes())
                .containsExactly("the file has 3 pages; the largest is taken, 2 are left out");
    }

    @Test
    void readsAPyramidWhoseLevelsArePagesAndLieBelowThePictureToo() {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            byte[] file = TiffPagesFile.of(order)
                    .page(40, 30, 200, Map.of(TiffPagesFile.SUB_DIRECTORIES, 0L))
                    .page(20, 15, 10, REDUCED)
                    .leadingTo(1)
                    .bytes();
            assertPicture(file, 40, 30, 200);
            assertThat(decoding.frame(file).notes()).isEmpty();
        }
    }

    @Test
    void refusesAFileOfThumbnailsAlone() {
        byte[] file = TiffPagesFile.of(ByteOrder.LITTLE_ENDIAN)
                .page(8, 6, 10, REDUCED)
                .bytes();
        assertThat(decoding.rejected(file).message()).contains("reduced copy");
    }

    @Test
    void saysThatAMosaicOfAnyPlaceInTheFileIsCameraRaw() {
        byte[] below = TiffPagesFile.of(ByteOrder.LITTLE_ENDIAN)
                .page(8, 6, 10, REDUCED)
                .below(40, 30, 200, FILTERS)
                .bytes();
        byte[] first = TiffPagesFile.of(ByteOrder.BIG_ENDIAN)
                .page(40, 30, 200, FILTERS)
                .bytes();
        byte[] linear = TiffPagesFile.of(ByteOrder.LITTLE_ENDIAN)
                .page(8, 6, 10)
                .page(40, 30, 200, Map.of(TiffDirectory.PHOTOMETRIC, 34892L))
                .bytes();
        byte[] dng = TiffPagesFile.of(ByteOrder.LITTLE_ENDIAN)
                .page(40, 30, 200, Map.of(TiffDirectory.DNG_VERSION, 0x401L))
                .bytes();
        for (byte[] file : new byte[][] {below, first, linear, dng}) {
            assertThat(decoding.rejected(file).code()).isEqualTo(RejectionReason.UNSUPPORTED);
            assertThat(decoding.rejected(file).message()).contains("camera raw", "convert it to FITS");
        }
        assertThat(decoding.rejected(dng).message()).contains("(DNG)");
    }

    @ParameterizedTest
    @CsvSource({"50000, Zstandard", "34712, JPEG 2000", "34887, LERC", "31999, method 31999"})
    void saysByWhatItIsCompressedWhereThatIsNotRead(long compression, String name) {
        byte[] file = TiffPagesFile.of(ByteOrder.LITTLE_ENDIAN)
                .page(8, 6, 10, Map.of(TiffDirectory.COMPRESSION, compression))
                .bytes();
        assertThat(decoding.rejected(file).message()).contains("compressed by " + name, "save it uncompressed");
    }

    private void assertPicture(byte[] file, int width, int height, int value) {
        DecodedFrame frame = decoding.frame(file);
        assertThat(frame.width()).isEqualTo(width);
        assertThat(frame.height()).isEqualTo(height);
        assertThat(frame.plane(0).get(width * height / 2)).isEqualTo(value / 255f);
        assertThat(((Probed) decoding.probe(file)).width()).isEqualTo(width);
    }
}
