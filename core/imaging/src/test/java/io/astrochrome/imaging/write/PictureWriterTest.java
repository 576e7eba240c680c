package io.astrochrome.imaging.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPMeta;
import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.png.PngChromaticitiesDirectory;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import io.astrochrome.imaging.chroma.RgbStrip;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.compose.KnownColours;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import nom.tam.fits.Fits;
import nom.tam.fits.Header;
import nom.tam.fits.HeaderCard;
import nom.tam.fits.ImageHDU;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureWriterTest {
    private static final int WIDTH = 83;
    private static final int HEIGHT = 57;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"83, 57, 1, 57", "83, 57, 2, 16", "1, 1, 2, 1", "300, 200, 3, 7", "1, 40, 1, 3"})
    void anotherReaderSeesEverySampleOfThePng(int width, int height, int threads, int rowsAtOnce) throws IOException {
        Path png = folder.resolve("picture.png");
        write(new PictureTargets(png, null, null), threads, width, height, rowsAtOnce, List.of());

        BufferedImage image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        assertThat(image.getColorModel().getComponentSize()).containsExactly(16, 16, 16);
        int[] expected = new int[3 * width * height];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = TestPictures.sample(i % 3, i / 3 % width, i / 3 / width);
        }
        int[] read = image.getRaster().getPixels(0, 0, width, height, (int[]) null);
        assertThat(Arrays.equals(read, expected)).isTrue();
    }

    @Test
    void thePngHasTheSameBytesWithAnyNumberOfThreads() throws IOException {
        Path one = folder.resolve("one.png");
        Path three = folder.resolve("three.png");
        write(new PictureTargets(one, null, null), 1, WIDTH, HEIGHT, 8, List.of());
        write(new PictureTargets(three, null, null), 3, WIDTH, HEIGHT, 8, List.of());

        assertThat(three).hasSameBinaryContentAs(one);
    }

    @Test
    void everySumInThePngIsRight() throws Exception {
        Path png = folder.resolve("picture.png");
        write(new PictureTargets(png, null, null), 2, WIDTH, HEIGHT, 8, List.of());

        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(png)).position(8);
        Inflater inflater = new Inflater();
        int samples = HEIGHT * (1 + 6 * WIDTH);
        byte[] filtered = new byte[samples + 1];
        int length = 0;
        while (bytes.hasRemaining()) {
            byte[] chunk = new byte[4 + bytes.getInt()];
            bytes.get(chunk);
            CRC32 crc = new CRC32();
            crc.update(chunk);
            assertThat(bytes.getInt()).isEqualTo((int) crc.getValue());
            if (new String(chunk, 0, 4, StandardCharsets.US_ASCII).equals("IDAT")) {
                inflater.setInput(chunk, 4, chunk.length - 4);
                length += inflater.inflate(filtered, length, filtered.length - length);
            }
        }
        // The end is reached only where the Adler-32 of the strips together is that of the whole.
        assertThat(inflater.finished()).isTrue();
        assertThat(length).isEqualTo(samples);
        inflater.end();
    }

    @Test
    void thePngSaysThatItIsSrgb() throws Exception {
        Path png = folder.resolve("picture.png");
        write(new PictureTargets(png, null, null), 1, WIDTH, HEIGHT, 8, List.of());

        Metadata metadata = ImageMetadataReader.readMetadata(png.toFile());
        assertThat(metadata.getDirectoriesOfType(PngDirectory.class))
                .extracting(directory -> directory.getPngChunkType().getIdentifier())
                .contains("IHDR", "sRGB", "gAMA");
        assertThat(metadata.getFirstDirectoryOfType(PngChromaticitiesDirectory.class)
                        .getInt(PngChromaticitiesDirectory.TAG_RED_X))
                .isEqualTo(64000);
    }

    @Test
    void pngAndJpegSayThatTheColoursAreSyntheticAndByWhichModel() throws Exception {
        Path png = folder.resolve("picture.png");
        Path jpeg = folder.resolve("picture.jpg");
        write(new PictureTargets(png, jpeg, null), 2, WIDTH, HEIGHT, 8, List.of());

        for (Path file : List.of(png, jpeg)) {
            XMPMeta xmp = ImageMetadataReader.readMetadata(file.toFile())
                    .getFirstDirectoryOfType(XmpDirectory.class)
                    .getXMPMeta();
            assertThat(xmp.getPropertyString("http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "DigitalSourceType"))
                    .isEqualTo("http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia");
            assertThat(xmp.getLocalizedText(XMPConst.NS_DC, "description", "en", "x-default")
                            .getValue())
                    .contains("synthetic", "test-unet", "ab".repeat(32), "m31_L_0001.fits");
            assertThat(xmp.getPropertyString(XMPConst.NS_XMP, "CreatorTool")).isEqualTo("Astrochrome 0.1.0");
            String avm = "http://www.communicatingastronomy.org/avm/1.0/";
            assertThat(xmp.getPropertyString(avm, "MetadataVersion")).isEqualTo("1.2");
            assertThat(xmp.getPropertyString(avm, "Image.ProductQuality")).isEqualTo("Moderate");
            assertThat(xmp.getArrayItem(avm, "Spectral.ColorAssignment", 1).getValue())
                    .isEqualTo("Pseudocolor");
            assertThat(xmp.getArrayItem(avm, "Subject.Name", 1).getValue()).isEqualTo("M 31");
        }
    }

    @Test
    void thePreviewIsReducedToItsLongestSideAndLooksLikeThePicture() throws IOException {
        Path jpeg = folder.resolve("picture.jpg");
        int width = 400;
        int height = 100;
        try (PictureWriter writer = PictureWriter.open(
                new PictureTargets(null, jpeg, null),
                new PictureSettings(64, 0.95f, 1, 1),
                TestPictures.PROVENANCE,
                width,
                height,
                List.of(),
                null)) {
            short[] half = new short[width * height];
            Arrays.fill(half, (short) 32768);
            writer.accept(new RgbStrip(width, 0, height, half, half, new short[width * height]));
            writer.finish();
        }

        BufferedImage image = ImageIO.read(jpeg.toFile());
        assertThat(image.getWidth()).isEqualTo(64);
        assertThat(image.getHeight()).isEqualTo(16);
        int rgb = image.getRGB(30, 8);
        assertThat((rgb >> 16) & 0xff).isCloseTo(128, within(3));
        assertThat((rgb >> 8) & 0xff).isCloseTo(128, within(3));
        assertThat(rgb & 0xff).isCloseTo(0, within(6));
    }

    @Test
    void aSmallFrameIsNotEnlargedForItsPreview() throws IOException {
        Path jpeg = folder.resolve("picture.jpg");
        write(new PictureTargets(null, jpeg, null), 1, WIDTH, HEIGHT, 8, List.of());

        BufferedImage image = ImageIO.read(jpeg.toFile());
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(WIDTH, HEIGHT);
    }

    @ParameterizedTest
    @CsvSource({"BOTTOM-UP, true", "TOP-DOWN, false"})
    void theFitsCubeHasTheFramesRowOrder(String order, boolean lastRowFirst) throws Exception {
        Path fits = folder.resolve("picture.fits");
        List<String> cards = List.of(FitsCard.card("ROWORDER= '" + order + "'"));
        write(new PictureTargets(null, null, fits), 1, WIDTH, HEIGHT, 10, cards);

        try (Fits file = new Fits(fits.toFile())) {
            ImageHDU hdu = (ImageHDU) file.readHDU();
            short[][][] cube = (short[][][]) hdu.getKernel();
            assertThat(cube).hasDimensions(3, HEIGHT);
            short[][][] expected = new short[3][HEIGHT][WIDTH];
            for (int i = 0; i < 3 * WIDTH * HEIGHT; i++) {
                int x = i / 3 % WIDTH;
                int y = i / 3 / WIDTH;
                int fileRow = lastRowFirst ? HEIGHT - 1 - y : y;
                expected[i % 3][fileRow][x] = (short) (TestPictures.sample(i % 3, x, y) - 32768);
            }
            assertThat(Arrays.deepEquals(cube, expected)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"BOTTOM-UP, true", "TOP-DOWN, false"})
    void theFitsFileOfACompositeSaysPlaceByPlaceWhereItsColoursAreFrom(String order, boolean lastRowFirst)
            throws Exception {
        Path fits = folder.resolve("picture.fits");
        float[] grey = new float[6];
        KnownColours known = new KnownColours(
                new LabImage(3, 2, grey, grey, grey),
                new float[] {1, 0.5f, 0, 0, 0.25f, 0},
                new float[] {0, 0, 1, 0, 0.5f, 0.3f});
        try (PictureWriter writer = PictureWriter.open(
                new PictureTargets(null, null, fits),
                PictureSettings.DEFAULT,
                TestPictures.PROVENANCE,
                6,
                4,
                List.of(FitsCard.card("ROWORDER= '" + order + "'")),
                known)) {
            TestPictures.send(writer, 6, 4, 4);
            writer.finish();
        }
        assertThat(Files.size(fits) % 2880).isZero();
        try (Fits file = new Fits(fits.toFile())) {
            file.readHDU();
            ImageHDU mask = (ImageHDU) file.readHDU();
            assertThat(mask.getHeader().getStringValue("EXTNAME")).isEqualTo("COLOURS");
            byte[][][] planes = (byte[][][]) mask.getKernel();
            int top = lastRowFirst ? 1 : 0;
            assertThat(planes[0][top]).containsExactly(100, 50, 0);
            assertThat(planes[0][1 - top]).containsExactly(0, 25, 0);
            assertThat(planes[1][top]).containsExactly(0, 0, 100);
            assertThat(planes[2][1 - top]).containsExactly(100, 25, 70);
            assertThat(file.readHDU()).isNull();
        }
    }

    @Test
    void theFitsCubeKeepsTheFramesHeaderAndSaysWhatMadeIt() throws Exception {
        Path fits = folder.resolve("picture.fits");
        write(new PictureTargets(null, null, fits), 1, WIDTH, HEIGHT, 10, TestPictures.SOURCE_CARDS);

        assertThat(Files.size(fits) % 2880).isZero();
        try (Fits file = new Fits(fits.toFile())) {
            Header header = file.readHDU().getHeader();
            assertThat(header.getIntValue("BITPIX")).isEqualTo(16);
            assertThat(header.getIntValue("NAXIS3")).isEqualTo(3);
            assertThat(header.getDoubleValue("BZERO")).isEqualTo(32768);
            assertThat(header.getStringValue("OBJECT")).isEqualTo("M 31");
            assertThat(header.getStringValue("CTYPE1")).isEqualTo("RA---TAN");
            assertThat(header.getDoubleValue("CRVAL1")).isEqualTo(10.6847929167);
            assertThat(header.getStringValue("OBSERVER")).endsWith("eighty characters");
            assertThat(header.containsKey("CHECKSUM")).isFalse();
            assertThat(header.containsKey("BAYERPAT")).isFalse();
            assertThat(header.getBooleanValue("ACSYNTH")).isTrue();
            assertThat(header.getStringValue("ACMODEL")).isEqualTo("test-unet");
            assertThat(header.getStringValue("ACMODSHA")).isEqualTo("ab".repeat(32));
            assertThat(header.getStringValue("ACSTRTCH")).isEqualTo("midtone-linked");
            assertThat(header.getStringValue("ACSTRPAR")).isEqualTo("midtones=0.25 shadows=0.125");
            assertThat(header.getStringValue("ACDSTYPE")).isEqualTo("compositeWithTrainedAlgorithmicMedia");
            assertThat(header.iterator())
                    .toIterable()
                    .filteredOn(card -> "HISTORY".equals(card.getKey()))
                    .extracting(HeaderCard::getComment)
                    .anyMatch(line -> line.contains("calibrated with darks"))
                    .anyMatch(line -> line.contains("synthetic"));
        }
    }

    @Test
    void keywordsAreNeverTwiceInAHeader() throws Exception {
        Path fits = folder.resolve("picture.fits");
        write(new PictureTargets(null, null, fits), 1, WIDTH, HEIGHT, 10, TestPictures.SOURCE_CARDS);

        try (Fits file = new Fits(fits.toFile())) {
            assertThat(file.readHDU().getHeader().hadDuplicates()).isFalse();
        }
    }

    @Test
    void nothingHalfDoneIsLeftWhereTheFrameBreaksOff() throws IOException {
        PictureTargets targets =
                new PictureTargets(folder.resolve("a.png"), folder.resolve("a.jpg"), folder.resolve("a.fits"));
        assertThatThrownBy(() -> {
                    try (PictureWriter writer = PictureWriter.open(
                            targets, PictureSettings.DEFAULT, TestPictures.PROVENANCE, 10, 10, List.of(), null)) {
                        TestPictures.send(writer, 10, 9, 3);
                        writer.finish();
                    }
                })
                .hasMessage("of 10 rows only 9 came");
        assertThat(folder).isEmptyDirectory();
    }

    private static void write(
            PictureTargets targets, int threads, int width, int height, int rowsAtOnce, List<String> cards)
            throws IOException {
        PictureSettings settings = new PictureSettings(2048, 0.9f, 1, threads);
        try (PictureWriter writer =
                PictureWriter.open(targets, settings, TestPictures.PROVENANCE, width, height, cards, null)) {
            TestPictures.send(writer, width, height, rowsAtOnce);
            writer.finish();
        }
    }

    @Test
    void takesAsManyThreadsAsAreOfUseOfAMachineThatHasMore() {
        assertThat(PictureSettings.DEFAULT.withThreads(3).threads()).isEqualTo(3);
        assertThat(PictureSettings.DEFAULT.withThreads(256).threads()).isEqualTo(64);
    }
}
