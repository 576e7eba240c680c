package io.astrochrome.imaging.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.imaging.decode.xisf.XisfFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small files of every kind, cut off at every length and with bytes changed: a frame or a reason, nothing else. */
@Timeout(120)
class DamagedFilesTest {
    /** Beside those where structures begin and end. */
    private static final int SPREAD_CUTS = 60;

    private static final int CHANGED_FILES = 80;
    private static final int CARD_BYTES = 80;
    private static final int BLOCK_BYTES = 2880;
    /** IEND, whose absence loses no pixel. */
    private static final int PNG_END = 12;
    /** The eight bytes of the trailer, and FITS's padding, which packs into few. */
    private static final int GZIP_TRAILER_AND_PADDING = 24;

    @TempDir
    Path folder;

    /** A file, and how many of its last bytes may be missing without a pixel being lost. */
    record Sample(String name, byte[] bytes, int spare) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() {
        BufferedImage grey16 = TestPictures.noise(BufferedImage.TYPE_USHORT_GRAY, 21, 13);
        BufferedImage colour = TestPictures.noise(BufferedImage.TYPE_3BYTE_BGR, 21, 13);
        byte[] fits = TestFits.of(new short[13][21]).with("BAYERPAT", "RGGB").bytes();
        int fitsPadding = 2880 - 13 * 21 * 2;
        return Stream.of(
                new Sample("FITS mosaic", fits, fitsPadding),
                new Sample(
                        "FITS floats",
                        TestFits.of(new float[3][13][21]).inExtension().bytes(),
                        2880 - 3 * 13 * 21 * 4 % 2880),
                new Sample(
                        "FITS of two chips",
                        new RawFits()
                                .emptyPrimary()
                                .picture(21, 13, (x, y) -> x, "DETSEC  = '[21:1,13:1]'")
                                .picture(21, 13, (x, y) -> y, "DETSEC  = '[22:42,1:13]'")
                                .bytes(),
                        Integer.MAX_VALUE),
                new Sample("FITS in gzip", gzipped(fits), GZIP_TRAILER_AND_PADDING),
                new Sample("PNG of 16 bits", TestPictures.file(grey16, "png"), PNG_END),
                new Sample("PNG in colour", TestPictures.file(colour, "png"), PNG_END),
                new Sample("JPEG", TestPictures.file(colour, "jpeg"), 2),
                new Sample("TIFF", TestPictures.file(grey16, "tiff", "None"), Integer.MAX_VALUE),
                new Sample("TIFF, LZW", TestPictures.file(colour, "tiff", "LZW"), Integer.MAX_VALUE),
                new Sample("XISF", XisfFile.uint16(21, 13, i -> i).bytes(), 0),
                new Sample(
                        "XISF, zlib",
                        XisfFile.uint16(21, 13, i -> i).compressed("zlib+sh").bytes(),
                        0),
                new Sample(
                        "XISF, zstd",
                        XisfFile.uint16(21, 13, i -> i).compressed("zstd+sh").bytes(),
                        0),
                new Sample(
                        "XISF, LZ4",
                        XisfFile.uint16(21, 13, i -> i).compressed("lz4").bytes(),
                        0),
                resource("webp-lossy.webp"),
                resource("webp-lossless.webp"),
                resource("webp-narrow-blocks.webp"),
                resource("rice.fits"),
                resource("hcompress.fits"),
                resource("plio.fits"),
                resource("gzip.fits"),
                resource("float-rice.fits"),
                resource("float-gzip.fits"));
    }

    private static byte[] gzipped(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static Sample resource(String name) {
        try (var in = DamagedFilesTest.class.getResourceAsStream(name)) {
            byte[] bytes = in.readAllBytes();
            return new Sample(name, bytes, name.endsWith("fits") ? 2880 : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isWholeBeforeItIsDamaged(Sample sample) {
        new Decoding(folder).frame(sample.bytes);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void survivesBeingCutOffAtEveryLength(Sample sample) throws IOException {
        Path file = folder.resolve("cut");
        FrameDecoder decoder = new FrameDecoder(Decoding.SMALL);
        for (int length : cuts(sample.bytes.length)) {
            Files.write(file, Arrays.copyOf(sample.bytes, length));
            DecodeOutcome outcome = decoder.decode(file, "cut.frame");
            if (length < (long) sample.bytes.length - sample.spare) {
                assertThat(outcome)
                        .as("%d of %d bytes", length, sample.bytes.length)
                        .isInstanceOf(Rejected.class);
            }
            if (outcome instanceof Rejected rejected) {
                assertThat(rejected.message()).startsWith("cut.frame ");
            }
            assertThat(decoder.probe(file, "cut.frame")).isNotNull();
        }
    }

    /** Every length of the first and last bytes, around FITS's cards and blocks, and others spread evenly between. */
    private static SortedSet<Integer> cuts(int size) {
        SortedSet<Integer> cuts = new TreeSet<>();
        for (int i = 0; i < 48; i++) {
            cuts.add(i);
            cuts.add(size - 1 - i);
        }
        for (int i = 1; i <= 3; i++) {
            for (int around = -1; around <= 1; around++) {
                cuts.add(i * BLOCK_BYTES + around);
                cuts.add(i * CARD_BYTES + around);
            }
        }
        for (int i = 0; i < SPREAD_CUTS; i++) {
            cuts.add(i * size / SPREAD_CUTS);
        }
        cuts.removeIf(cut -> cut < 0 || cut >= size);
        return cuts;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void survivesChangedBytes(Sample sample) throws IOException {
        Path file = folder.resolve("changed");
        FrameDecoder decoder = new FrameDecoder(Decoding.SMALL);
        Random random = new Random(sample.name.hashCode());
        for (int i = 0; i < CHANGED_FILES; i++) {
            byte[] changed = sample.bytes.clone();
            int changes = 1 + random.nextInt(4);
            for (int change = 0; change < changes; change++) {
                int at = random.nextInt(random.nextBoolean() ? changed.length : Math.min(changed.length, 600));
                changed[at] = random.nextBoolean()
                        ? (byte) random.nextInt(256)
                        : (byte) (changed[at] ^ (1 << random.nextInt(8)));
            }
            Files.write(file, changed);
            assertThat(decoder.decode(file, "changed.frame")).isInstanceOfAny(Decoded.class, Rejected.class);
        }
    }
}
