package io.astrochrome.imaging.decode.fits;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.Decoding;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.Probed;
import io.astrochrome.imaging.decode.RawFits;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
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

    /** World coordinates of a scale, of which both columns may be turned round, and an angle in degrees. */
    private static String[] sky(double crpix1, double crpix2, int columns, int rows, double angle, String... more) {
        double cos = 1e-4 * Math.cos(Math.toRadians(angle));
        double sin = 1e-4 * Math.sin(Math.toRadians(angle));
        return with(
                more,
                "CTYPE1  = 'RA---TAN'",
                "CTYPE2  = 'DEC--TAN'",
                "CRVAL1  = 10.5",
                "CRVAL2  = 41.2",
                "CRPIX1  = " + crpix1,
                "CRPIX2  = " + crpix2,
                "CD1_1   = " + -cos * columns,
                "CD1_2   = " + sin * rows,
                "CD2_1   = " + sin * columns,
                "CD2_2   = " + cos * rows);
    }

    @Test
    void takesTheWayThatPlacesMostChips() {
        byte[] file = new RawFits()
                .emptyPrimary()
                .picture(10, 6, ChipMosaicTest::whole, sky(10, 6, 1, 1, 0, "DETSEC  = '[1:10,1:6]'"))
                .picture(10, 6, (x, y) -> whole(x + 10, y), sky(0, 6, 1, 1, 0.5, "DETSEC  = '[11:20,1:6]'"))
                .picture(10, 6, (x, y) -> whole(x, y + 6), sky(10, 0, 1, 1, 0, "DETSEC  = '[1:10,7:12]'"))
                .picture(10, 6, (x, y) -> whole(x + 10, y + 6), sky(0, 0, 1, 1, 0.5, "DETSEC  = '[11:20,7:12]'"))
                .bytes();
        DecodedFrame frame = decoding.frame(file);
        assertWhole(frame);
        assertThat(frame.notes()).containsExactly("put together of 4 chips by their DETSEC");
    }

    @Test
    void turnsChipsThatTheirWorldCoordinatesTurnRound() {
        byte[] file = new RawFits()
                .emptyPrimary()
                .picture(10, 6, ChipMosaicTest::whole, sky(10, 6, 1, 1, 0))
                .picture(10, 6, (x, y) -> whole(19 - x, y), sky(11, 6, -1, 1, 0))
                .picture(10, 6, (x, y) -> whole(x, 11 - y), sky(10, 7, 1, -1, 0))
                .picture(10, 6, (x, y) -> whole(19 - x, 11 - y), sky(11, 7, -1, -1, 0))
                .bytes();
        DecodedFrame frame = decoding.frame(file);
        assertWhole(frame);
        assertThat(frame.notes()).containsExactly("put together of 4 chips by their world coordinates");
    }

    @Test
    void saysWhosePlaceStaysDark() {
        byte[] file = new RawFits()
                .emptyPrimary()
                .picture(10, 6, ChipMosaicTest::whole, "DETSEC  = '[1:10,1:6]'")
                .picture(10, 6, (x, y) -> whole(x + 10, y), "DETSEC  = '[11:20,1:6]'")
                .picture(10, 6, (x, y) -> whole(x, y + 6), "DETSEC  = '[1:10,7:12]'")
                .picture(10, 6, (x, y) -> 0, "DETSEC  = '[11:20,7:12]'", "BSCALE  = 2.0", "EXTNAME = 'AMP4'")
                .bytes();
        assertThat(decoding.frame(file).notes())
                .containsExactly(
                        "put together of 3 chips by their DETSEC; dark is the place of AMP4",
                        "the file has 4 pictures, of which 1 is left out (AMP4)");
    }

    @Test
    void putsThePlanesOfScienceTogetherAndLeavesTheirErrorsOut() {
        RawFits file = new RawFits().emptyPrimary();
        for (int chip = 0; chip < 2; chip++) {
            int low = 6 * chip;
            String[] sky = sky(10, 6 - low, 1, 1, 0, "EXTVER  = " + (chip + 1));
            file.picture(WIDTH, 6, (x, y) -> whole(x, y + low), with(sky, "EXTNAME = 'SCI'"))
                    .picture(WIDTH, 6, (x, y) -> 1, with(sky, "EXTNAME = 'ERR'"))
                    .picture(WIDTH, 6, (x, y) -> 2, with(sky, "EXTNAME = 'DQ'"));
        }
        DecodedFrame frame = decoding.frame(file.bytes());
        assertWhole(frame);
        assertThat(frame.notes())
                .containsExactly(
                        "put together of 2 chips by their world coordinates",
                        "the file has 6 pictures, of which 4 are left out (ERR, DQ)");
    }

    @Test
    void takesTrimsecForDatasec() {
        byte[] file = new RawFits()
                .emptyPrimary()
                .picture(12, 12, ChipMosaicTest::whole, "DETSEC  = '[1:10,1:12]'", "TRIMSEC = '[1:10,1:12]'")
                .picture(12, 12, (x, y) -> whole(x + 8, y), "DETSEC  = '[11:20,1:12]'", "TRIMSEC = '[3:12,1:12]'")
                .bytes();
        assertWhole(decoding.frame(file));
    }

    @Test
    void cutsTheOverscanOffASinglePicture() {
        for (String keyword : new String[] {"DATASEC", "TRIMSEC"}) {
            byte[] file = new RawFits()
                    .picture(
                            WIDTH + 6,
                            HEIGHT + 3,
                            (x, y) -> whole(x - 4, y - 1),
                            with(sky(10, 6, 1, 1, 0), keyword + " = '[5:24,2:13]'"))
                    .bytes();
            DecodedFrame frame = decoding.frame(file);
            assertWhole(frame);
            assertThat(frame.notes()).containsExactly("the overscan around its 20 x 12 pixels of sky is cut off");
            assertThat(frame.fitsCards())
                    .noneMatch(card -> card.startsWith(keyword))
                    .anyMatch(card -> card.startsWith("CRPIX1") && card.contains(" 6.0"))
                    .anyMatch(card -> card.startsWith("CRPIX2") && card.contains(" 5.0"));
            assertThat(((Probed) decoding.probe(file)).width()).isEqualTo(WIDTH);
        }
    }

    @Test
    void leavesAPictureWholeWhoseDatasecIsAllOfItOrReachesBeyondIt() {
        byte[] all = new RawFits()
                .picture(WIDTH, HEIGHT, ChipMosaicTest::whole, "DATASEC = '[1:20,1:12]'")
                .bytes();
        assertWhole(decoding.frame(all));
        assertThat(decoding.frame(all).notes()).isEmpty();
        byte[] unbinned = new RawFits()
                .picture(WIDTH, HEIGHT, ChipMosaicTest::whole, "DATASEC = '[1:40,1:24]'")
                .bytes();
        assertWhole(decoding.frame(unbinned));
        assertThat(decoding.frame(unbinned).notes())
                .containsExactly("its DATASEC or TRIMSEC reaches beyond the picture and is not followed");
    }

    @Test
    void keepsTheFiltersPlaceWhereOverscanIsCutOff() {
        byte[] file = new RawFits()
                .picture(
                        9,
                        7,
                        (x, y) -> x % 2 == 1 && y % 2 == 1 ? 20_000 : 0,
                        "BAYERPAT= 'RGGB'",
                        "DATASEC = '[2:9,2:7]'")
                .bytes();
        DecodedFrame frame = decoding.frame(file);
        assertThat(frame.width()).isEqualTo(8);
        assertThat(frame.height()).isEqualTo(6);
        int middle = 3 * 8 + 4;
        assertThat(frame.plane(2).get(middle)).isGreaterThan(frame.plane(0).get(middle));
    }

    @Test
    void takesTheLargestPictureThoughSmallOnesComeBeforeIt() {
        byte[] inPrimary = new RawFits()
                .picture(5, 3, (x, y) -> 9, "OBJECT  = 'M 31'", "CRPIX1  = 2.5", "HISTORY stretched")
                .picture(WIDTH, HEIGHT, ChipMosaicTest::whole)
                .bytes();
        byte[] before = new RawFits()
                .emptyPrimary("OBJECT  = 'M 31'")
                .picture(1, 1, (x, y) -> 9)
                .picture(5, 3, (x, y) -> 9, "EXTNAME = 'GUIDE'")
                .picture(WIDTH, HEIGHT, ChipMosaicTest::whole)
                .bytes();
        for (byte[] file : new byte[][] {inPrimary, before}) {
            DecodedFrame frame = decoding.frame(file);
            assertWhole(frame);
            assertThat(frame.object()).contains("M 31");
            assertThat(frame.linear()).isTrue();
            assertThat(frame.fitsCards()).noneMatch(card -> card.startsWith("CRPIX1"));
            assertThat(frame.notes()).singleElement().asString().contains("left out");
            assertThat(((Probed) decoding.probe(file)).width()).isEqualTo(WIDTH);
        }
    }

    @Test
    void neverTakesAPreviewForTheFrameBesideAnother() {
        byte[] file = new RawFits()
                .emptyPrimary()
                .picture(2 * WIDTH, HEIGHT, (x, y) -> 9, "EXTNAME = 'PREVIEW'")
                .picture(WIDTH, HEIGHT, ChipMosaicTest::whole)
                .bytes();
        assertWhole(decoding.frame(file));
        byte[] alone = new RawFits()
                .emptyPrimary()
                .picture(WIDTH, HEIGHT, ChipMosaicTest::whole, "EXTNAME = 'Preview01'")
                .bytes();
        assertWhole(decoding.frame(alone));
    }

    @Test
    void putsChipsTogetherBehindAPreviewAndAGuideStar() {
        byte[] file = new RawFits()
                .picture(5, 3, (x, y) -> 9)
                .picture(4, 4, (x, y) -> 9, "EXTNAME = 'GUIDE'")
                .picture(10, 12, ChipMosaicTest::whole, "DETSEC  = '[1:10,1:12]'")
                .picture(10, 12, (x, y) -> whole(x + 10, y), "DETSEC  = '[11:20,1:12]'")
                .bytes();
        assertWhole(decoding.frame(file));
    }

    @Test
    void passesOverACubeThatIsNotReadAndSaysSo() {
        byte[] file = new RawFits()
                .emptyPrimary()
                .cube(40, 30, 5, "EXTNAME = 'CUBE'")
                .picture(WIDTH, HEIGHT, ChipMosaicTest::whole)
                .bytes();
        assertWhole(decoding.frame(file));
        assertThat(decoding.frame(file).notes())
                .containsExactly("the file has 2 pictures, of which 1 is left out (CUBE)");
        byte[] alone = new RawFits().emptyPrimary().cube(40, 30, 5).bytes();
        assertThat(decoding.rejected(alone).message()).contains("a cube of 5 planes");
    }

    @Test
    void refusesAFrameThatIsCutOffInsteadOfTakingThePreviewBeforeIt() {
        byte[] whole = new RawFits()
                .picture(5, 3, (x, y) -> 9)
                .picture(200, 200, (x, y) -> x)
                .bytes();
        assertThat(decoding.rejected(Arrays.copyOf(whole, whole.length / 2)).code())
                .isEqualTo(RejectionReason.TRUNCATED);
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
