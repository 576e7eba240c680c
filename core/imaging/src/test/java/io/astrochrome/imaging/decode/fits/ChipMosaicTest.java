package io.astrochrome.imaging.decode.fits;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.Decoding;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.Probed;
import io.astrochrome.imaging.decode.RawFits;
import io.astrochrome.imaging.decode.UnsignedShortSamples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.ImageHDU;
import nom.tam.fits.NullDataHDU;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import nom.tam.util.FitsOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole of 20 x 12 pixels, each with its own number, cut into chips and put together again. */
class ChipMosaicTest {
    private static final int WIDTH = 20;
    private static final int HEIGHT = 12;

    @TempDir
    Path folder;

    private Decoding decoding;

    @BeforeEach
    void setUp() {
        decoding = new Decoding(folder);
    }

    private static int whole(int x, int y) {
        return 1000 + 100 * y + x;
    }

    @Test
    void putsChipsTogetherWhereTheirSectionsOfTheDetectorLie() {
        byte[] file = new RawFits()
                .emptyPrimary("OBJECT  = 'M 31'")
                .picture(10, 6, ChipMosaicTest::whole, "EXTNAME = 'A'", "DETSEC  = '[1:10,1:6]'", "CRPIX1  = 5.0")
                .picture(10, 6, (x, y) -> whole(x + 10, y), "DETSEC  = '[11:20,1:6]'")
                .picture(10, 6, (x, y) -> whole(x, y + 6), "DETSEC  = '[1:10,7:12]'")
                .picture(10, 6, (x, y) -> whole(x + 10, y + 6), "DETSEC  = '[11:20,7:12]'")
                .bytes();
        DecodedFrame frame = decoding.frame(file);
        assertWhole(frame);
        assertThat(frame.notes()).containsExactly("put together of 4 chips by their DETSEC");
        assertThat(frame.object()).contains("M 31");
        assertThat(frame.fitsCards())
                .noneMatch(card -> card.startsWith("DETSEC") || card.startsWith("CRPIX") || card.startsWith("EXTNAME"))
                .anyMatch(card -> card.contains("put together of 4 chips"));
        assertThat(decoding.probe(file))
                .isEqualTo(new Probed(MediaType.FITS, WIDTH, HEIGHT, 1, Optional.of("M 31"), Optional.empty()));
    }

    @Test
    void leavesOverscanOutAndTurnsChipsThatWereReadFromTheOtherCorner() {
        byte[] file = new RawFits()
                .emptyPrimary()
                .picture(13, 8, (x, y) -> whole(x - 3, y - 2), "DETSEC  = '[1:10,1:6]'", "DATASEC = '[4:13,3:8]'")
                .picture(10, 6, (x, y) -> whole(19 - x, y), "DETSEC  = '[20:11,1:6]'")
                .picture(10, 6, (x, y) -> whole(x, 11 - y), "DETSEC  = '[1:10,12:7]'")
                .picture(
                        12,
                        7,
                        (x, y) -> whole(19 - (x - 2), 11 - (y - 1)),
                        "DETSEC  = '[20:11,12:7]'",
                        "DATASEC = '[3:12,2:7]'")
                .bytes();
        assertWhole(decoding.frame(file));
    }

    @Test
    void countsBinnedPixelsAsTheDetectorHasThem() {
        byte[] file = new RawFits()
                .emptyPrimary()
                .picture(10, 12, ChipMosaicTest::whole, "DETSEC  = '[1:20,1:24]'")
                .picture(10, 12, (x, y) -> whole(x + 10, y), "DETSEC  = '[21:40,1:24]'")
                .bytes();
        assertWhole(decoding.frame(file));
    }

    @Test
    void putsChipsTogetherByWorldCoordinatesAndKeepsThem() {
        String[] sky = {
            "CTYPE1  = 'RA---TAN'",
            "CTYPE2  = 'DEC--TAN'",
            "CRVAL1  = 10.5",
            "CRVAL2  = 41.2",
            "CD1_1   = -1.0E-4",
            "CD1_2   = 0.0",
            "CD2_1   = 0.0",
            "CD2_2   = 1.0E-4"
        };
        byte[] file = new RawFits()
                .emptyPrimary()
                .picture(10, 12, (x, y) -> whole(x + 10, y), with(sky, "CRPIX1  = -3.5", "CRPIX2  = 6.0"))
                .picture(10, 12, ChipMosaicTest::whole, with(sky, "CRPIX1  = 6.5", "CRPIX2  = 6.0"))
                .bytes();
        DecodedFrame frame = decoding.frame(file);
        assertWhole(frame);
        assertThat(frame.notes()).containsExactly("put together of 2 chips by their world coordinates");
        assertThat(frame.fitsCards())
                .anyMatch(card -> card.startsWith("CRPIX1") && card.contains(" 6.5"))
                .anyMatch(card -> card.startsWith("CD1_1"));
    }

    @Test
    void leavesWhatLiesBetweenChipsDark() {
        byte[] file = new RawFits()
                .emptyPrimary()
                .picture(9, 12, (x, y) -> 5000, "BZERO   = 32768", "DETSEC  = '[1:9,1:12]'")
                .picture(9, 12, (x, y) -> 5000, "BZERO   = 32768", "DETSEC  = '[12:20,1:12]'")
                .bytes();
        DecodedFrame frame = decoding.frame(file);
        assertThat(frame.width()).isEqualTo(WIDTH);
        assertThat(frame.plane(0).get(10)).isZero();
        assertThat(frame.plane(0).get(12)).isGreaterThan(0.5f);
    }

    @Test
    void takesTheFirstOfPicturesThatAreNoChipsAndSaysHowManyAreLeftOut() {
        byte[] file = new RawFits()
                .emptyPrimary()
                .picture(WIDTH, HEIGHT, ChipMosaicTest::whole, "EXTNAME = 'SCI'")
                .picture(WIDTH, HEIGHT, (x, y) -> 1, "EXTNAME = 'ERR'")
                .picture(WIDTH, HEIGHT, (x, y) -> 2, "EXTNAME = 'DQ'")
                .bytes();
        DecodedFrame frame = decoding.frame(file);
        assertWhole(frame);
        assertThat(frame.notes()).containsExactly("the file has 3 pictures, of which 2 are left out (ERR, DQ)");
        assertThat(frame.fitsCards()).anyMatch(card -> card.startsWith("HISTORY   Astrochrome: the file has 3"));
    }

    @Test
    void putsNoChipsOverEachOther() {
        byte[] file = new RawFits()
                .emptyPrimary()
                .picture(WIDTH, HEIGHT, ChipMosaicTest::whole, "DETSEC  = '[1:20,1:12]'")
                .picture(WIDTH, HEIGHT, (x, y) -> 7, "DETSEC  = '[1:20,1:12]'")
                .bytes();
        DecodedFrame frame = decoding.frame(file);
        assertWhole(frame);
        assertThat(frame.notes()).singleElement().asString().contains("1 is left out");
    }

    @Test
    void takesTheFirstChipWhereTheWholeIsBeyondTheLimits() {
        byte[] file = new RawFits()
                .emptyPrimary()
                .picture(WIDTH, HEIGHT, ChipMosaicTest::whole, "DETSEC  = '[1:20,1:12]'")
                .picture(WIDTH, HEIGHT, (x, y) -> 7, "DETSEC  = '[21:40,1:12]'")
                .bytes();
        DecodeLimits limits = new DecodeLimits(1 << 20, WIDTH * HEIGHT, 64 << 20);
        DecodedFrame frame = new Decoding(folder, limits).frame(file);
        assertWhole(frame);
        assertThat(frame.notes()).singleElement().asString().contains("1 is left out");
    }

    @Test
    void readsThePictureThoughWhatFollowsItIsNoHeader() {
        byte[] good =
                new RawFits().picture(WIDTH, HEIGHT, ChipMosaicTest::whole).bytes();
        byte[] file = Arrays.copyOf(good, good.length + 5000);
        assertWhole(decoding.frame(file));
        assertThat(decoding.frame(file).notes()).isEmpty();
    }

    @Test
    void putsCompressedChipsTogether() throws FitsException, IOException {
        try (Fits fits = new Fits();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                FitsOutputStream out = new FitsOutputStream(bytes)) {
            fits.addHDU(new NullDataHDU());
            fits.addHDU(compressed(0, "[1:10,1:12]"));
            fits.addHDU(compressed(10, "[11:20,1:12]"));
            fits.write(out);
            out.flush();
            assertWhole(decoding.frame(bytes.toByteArray()));
        }
    }

    private static CompressedImageHDU compressed(int left, String section) throws FitsException {
        short[][] pixels = new short[HEIGHT][10];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < 10; x++) {
                pixels[y][x] = (short) whole(x + left, y);
            }
        }
        ImageHDU image = (ImageHDU) Fits.makeHDU(pixels);
        image.addValue("DETSEC", section, "");
        CompressedImageHDU table = CompressedImageHDU.fromImageHDU(image, -1, 1);
        table.setCompressAlgorithm("RICE_1").setQuantAlgorithm(null);
        table.compress();
        return table;
    }

    private static String[] with(String[] cards, String... more) {
        String[] all = Arrays.copyOf(cards, cards.length + more.length);
        System.arraycopy(more, 0, all, cards.length, more.length);
        return all;
    }

    private static void assertWhole(DecodedFrame frame) {
        assertThat(frame.width()).isEqualTo(WIDTH);
        assertThat(frame.height()).isEqualTo(HEIGHT);
        short[] values = ((UnsignedShortSamples) frame.plane(0)).values();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertThat((int) values[(HEIGHT - 1 - y) * WIDTH + x])
                        .as(x + ", " + y)
                        .isEqualTo(whole(x, y));
            }
        }
    }
}
