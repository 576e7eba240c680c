package io.astrochrome.imaging.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.imaging.decode.samples.FloatSamples;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file may claim before anything of it is believed. */
class SourceRulesTest {
    private static final DecodeLimits LIMITS = new DecodeLimits(5000, 1_000_000, 10_000);

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} x {1} px")
    @CsvSource({"1, 1", "1000, 1000", "1024, 1", "1, 1024", "64000, 1000", "8000, 125", "6400, 100"})
    void sidesWithinTheLimitsAreAllowed(long width, long height) {
        DecodeLimits limits = new DecodeLimits(5000, 64_000_000, 10_000);
        assertThatCode(() -> new SourceFile(folder, "a.fits", 100, limits).requireSides(width, height))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} x {1} px: {2}, {3}")
    @CsvSource({
        "0, 5, LYING_HEADER, no side may be empty",
        "5, 0, LYING_HEADER, no side may be empty",
        "-1, -1, LYING_HEADER, no side may be empty",
        "1001, 1000, TOO_MANY_PIXELS, more than the limit of 1000000",
        "9223372036854775807, 2, TOO_MANY_PIXELS, more than the limit",
        "3037000500, 3037000500, TOO_MANY_PIXELS, more than the limit",
        "4294967296, 4294967296, TOO_MANY_PIXELS, more than the limit",
        "65537, 10, TOO_MANY_PIXELS, no side may be longer than 65536",
        "1025, 16, UNSUPPORTED, no side may be more than 64 times the other"
    })
    void otherSidesAreRefusedWithTheRule(long width, long height, RejectionReason reason, String rule) {
        SourceFile source = new SourceFile(folder, "a.fits", 100, LIMITS);
        assertThatThrownBy(() -> source.requireSides(width, height))
                .isInstanceOfSatisfying(
                        RejectionException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageStartingWith("a.fits claims " + width + " x " + height + " px")
                .hasMessageContaining(rule);
    }

    @ParameterizedTest(name = "{1} bytes from {0}")
    @CsvSource({"0, 100", "100, 0", "99, 1", "0, 0"})
    void whatLiesInTheFileIsThere(long offset, long length) {
        assertThatCode(() -> source().requireBytes(offset, length, "pixels")).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{1} bytes from {0}")
    @CsvSource({"0, 101", "101, 0", "100, 1", "-1, 5", "5, -1", "9223372036854775807, 1", "1, 9223372036854775807"})
    void whatLiesBehindItsEndIsNot(long offset, long length) {
        assertThatThrownBy(() -> source().requireBytes(offset, length, "pixels"))
                .isInstanceOfSatisfying(
                        RejectionException.class, e -> assertThat(e.reason()).isEqualTo(RejectionReason.TRUNCATED))
                .hasMessage(
                        "a.fits ends after 100 bytes, but its header promises %d bytes of pixels at %d",
                        length, offset);
    }

    @Test
    void memoryHasALimit() {
        assertThatCode(() -> source().requireMemory(10_000)).doesNotThrowAnyException();
        assertThatThrownBy(() -> source().requireMemory(10_001))
                .hasMessage("a.fits would take 10001 bytes of memory to decode, more than the limit of 10000");
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource({"0, 1, 1, maxBytes", "1, -5, 1, maxPixels", "1, 1, 0, maxMemoryBytes"})
    void limitsArePositive(long bytes, long pixels, long memory, String name) {
        assertThatThrownBy(() -> new DecodeLimits(bytes, pixels, memory))
                .hasMessageStartingWith(name + " must be positive");
    }

    @Test
    void formatsAreKnownByTheirFirstBytes() {
        Map<String, MediaType> signatures = Map.of(
                "SIMPLE  =", MediaType.FITS,
                "simple  =", MediaType.FITS,
                "XISF0100", MediaType.XISF,
                "\u0089PNG\r\n\u001a\n", MediaType.PNG,
                "\u00ff\u00d8\u00ff", MediaType.JPEG,
                "II*\0", MediaType.TIFF,
                "MM\0*", MediaType.TIFF,
                "II+\0", MediaType.TIFF,
                "MM\0+", MediaType.TIFF,
                "RIFFxxxxWEBP", MediaType.WEBP);
        signatures.forEach((text, type) -> {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            assertThat(FileSignature.match(bytes)).as(text).contains(type);
            assertThat(FileSignature.match(Arrays.copyOf(bytes, bytes.length + 50)))
                    .as(text)
                    .contains(type);
            assertThat(FileSignature.match(Arrays.copyOf(bytes, bytes.length - 1)))
                    .as(text)
                    .isEmpty();
        });
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "SIMPLE =", "RIFFxxxxWAVE", "GIF89a", "XISF0200", "text"})
    void otherFirstBytesAreNone(String bytes) {
        assertThat(FileSignature.match(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @Test
    void whatGzipPackedIsReadAsItWasAndDeleted() throws Exception {
        byte[] plain = "SIMPLE  =    T and so on".getBytes(StandardCharsets.US_ASCII);
        Path packed = Files.write(folder.resolve("a.fits.gz"), gzip(plain));
        Path work = Files.createDirectory(folder.resolve("work"));
        try (UnpackedFile unpacked = UnpackedFile.of(new SourceFile(packed, "a.fits.gz", 60, LIMITS), work)) {
            assertThat(unpacked.temporary()).isTrue();
            assertThat(unpacked.source().size()).isEqualTo(plain.length);
            assertThat(unpacked.source().name()).isEqualTo("a.fits.gz");
            assertThat(unpacked.source().path()).hasBinaryContent(plain);
            assertThat(UnpackedFile.isNamedSo(
                            unpacked.source().path().getFileName().toString()))
                    .isTrue();
        }
        assertThat(work).isEmptyDirectory();
        assertThat(packed).exists();
        assertThat(UnpackedFile.isNamedSo("a.fits.gz")).isFalse();
    }

    @Test
    void whatIsNotPackedIsTakenAsItIs() throws Exception {
        Path file = Files.writeString(folder.resolve("a.fits"), "SIMPLE");
        SourceFile source = new SourceFile(file, "a.fits", 6, LIMITS);
        try (UnpackedFile unpacked = UnpackedFile.of(source, folder)) {
            assertThat(unpacked.source()).isSameAs(source);
        }
        assertThat(file).exists();
    }

    @Test
    void aBombIsStoppedAtTheLimitAndLeavesNothing() throws Exception {
        Path packed = Files.write(folder.resolve("a.fits.gz"), gzip(new byte[5001]));
        Path work = Files.createDirectory(folder.resolve("work"));
        assertThatThrownBy(() -> UnpackedFile.of(new SourceFile(packed, "a.fits.gz", 60, LIMITS), work))
                .isInstanceOfSatisfying(
                        RejectionException.class, e -> assertThat(e.reason()).isEqualTo(RejectionReason.TOO_MANY_BYTES))
                .hasMessage("a.fits.gz has more bytes, unpacked, than the limit of 5000");
        assertThat(work).isEmptyDirectory();
        Path allowed = Files.write(folder.resolve("b.fits.gz"), gzip(new byte[5000]));
        try (UnpackedFile unpacked = UnpackedFile.of(new SourceFile(allowed, "b.fits.gz", 60, LIMITS), work)) {
            assertThat(unpacked.source().size()).isEqualTo(5000);
        }
    }

    @Test
    void whatIsCutOffIsUnpackedAsFarAsItGoes() throws Exception {
        byte[] plain = "SIMPLE  =    T and so on".getBytes(StandardCharsets.US_ASCII);
        byte[] whole = gzip(plain);
        Path packed = Files.write(folder.resolve("a.fits.gz"), Arrays.copyOf(whole, whole.length - 4));
        try (UnpackedFile unpacked = UnpackedFile.of(new SourceFile(packed, "a.fits.gz", 60, LIMITS), folder)) {
            assertThat(unpacked.source().path()).hasBinaryContent(plain);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNotTheFramesFault() throws Exception {
        Path packed = Files.write(folder.resolve("a.fits.gz"), gzip(new byte[5]));
        assertThatThrownBy(() ->
                        UnpackedFile.of(new SourceFile(packed, "a.fits.gz", 60, LIMITS), folder.resolve("nowhere")))
                .isInstanceOf(LocalFaultException.class)
                .hasMessageStartingWith("a.fits.gz cannot be unpacked now: ");
    }

    @Test
    void theFirstBytesAreThoseOfWhatIsPacked() throws IOException {
        byte[] plain = "SIMPLE  =    T and so on".getBytes(StandardCharsets.US_ASCII);
        byte[] packed = gzip(plain);
        assertThat(UnpackedFile.firstBytes(plain)).isSameAs(plain);
        assertThat(UnpackedFile.firstBytes(packed)).startsWith(plain);
        assertThat(UnpackedFile.firstBytes(Arrays.copyOf(packed, packed.length - 8)))
                .startsWith(plain);
        assertThat(UnpackedFile.firstBytes(Arrays.copyOf(packed, 3))).containsOnly(0);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "thumbnail, true",
        "Thumb, true",
        "preview_1, true",
        "M31 quicklook, true",
        "PREVIEWS, true",
        "my-thumb.png, true",
        "picture, false",
        "thumbelina, false",
        "overview, false",
        "previewed, false",
        "'', false"
    })
    void previewsAreKnownByTheirNames(String name, boolean preview) {
        assertThat(PictureNames.isOfPreview(name)).isEqualTo(preview);
    }

    @Test
    void saysWhatIsLeftOut() {
        assertThat(LeftOut.pictures(2, List.of("thumb")))
                .isEqualTo("the file has 2 pictures, of which 1 is left out (thumb)");
        assertThat(LeftOut.pictures(9, List.of("a", "b", "b", "c\u001b[2J", "d", "e", "f")))
                .isEqualTo("the file has 9 pictures, of which 7 are left out (a, b, c?[2J, d, e)");
    }

    @Test
    void greyThatIsStoredAsColourIsGrey() {
        Samples grey = new UnsignedShortSamples(new short[] {1, 2});
        Samples same = new UnsignedShortSamples(new short[] {1, 2});
        Samples other = new UnsignedShortSamples(new short[] {1, 3});
        Samples floats = new FloatSamples(new float[] {1 / 65_535f, 2 / 65_535f});
        assertThat(GreyInColour.collapsed(frame(grey, same, same)).channels()).isEqualTo(1);
        assertThat(GreyInColour.collapsed(frame(floats, floats, floats)).channels())
                .isEqualTo(1);
        assertThat(GreyInColour.collapsed(frame(grey, other, same)).channels()).isEqualTo(3);
        assertThat(GreyInColour.collapsed(frame(grey, same, other)).channels()).isEqualTo(3);
        DecodedFrame one = frame(grey);
        assertThat(GreyInColour.collapsed(one)).isSameAs(one);
        DecodedFrame collapsed = GreyInColour.collapsed(frame(grey, same, same));
        assertThat(collapsed.object()).contains("M 31");
        assertThat(collapsed.notes()).containsExactly("a note");
    }

    @Test
    void aFrameHasOneOrThreePlanesOfItsSize() {
        Samples plane = new UnsignedShortSamples(new short[2]);
        assertThatThrownBy(() -> frame(plane, plane)).hasMessage("a frame has 1 or 3 planes, not 2");
        assertThatThrownBy(() -> frame(new UnsignedShortSamples(new short[3])))
                .hasMessage("a plane of 2 x 1 px cannot have 3 values");
        assertThat(frame(plane).noting(List.of("more")).notes()).containsExactly("a note", "more");
        assertThat(frame(plane).pixels()).isEqualTo(2);
    }

    @Test
    void aFoldersFilesComeInTheOrderOfTheirPaths() throws IOException {
        Path night = Files.createDirectories(folder.resolve("night/flats"));
        Path b = Files.createFile(folder.resolve("night/b.fits"));
        Path a = Files.createFile(folder.resolve("night/a.fits"));
        Path flat = Files.createFile(night.resolve("0.fits"));
        Path nowhere = Files.createSymbolicLink(folder.resolve("night/c.fits"), folder.resolve("gone"));
        Path linked = Files.createSymbolicLink(folder.resolve("night/d.fits"), a);
        assertThat(FolderFiles.below(folder.resolve("night"))).containsExactly(a, b, nowhere, linked, flat);
        assertThat(FolderFiles.below(folder.resolve("gone"))).containsExactly(folder.resolve("gone"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "a.fits, true",
        "A.FIT, true",
        "a.fz, true",
        "a.jpeg, true",
        "a.nef, true",
        "a.fits.gz, true",
        "a.xisf.bz2, true",
        "a.txt, false",
        "fits, true",
        "readme, false",
        "a.fits.backup, false"
    })
    void framesAreKnownByTheirNames(String name, boolean frame) throws IOException {
        assertThat(FolderFiles.looksLikeAFrame(Files.writeString(folder.resolve(name), "no frame")))
                .isEqualTo(frame);
    }

    @Test
    void framesAreKnownByTheirContentToo() throws IOException {
        assertThat(FolderFiles.looksLikeAFrame(Files.writeString(folder.resolve("frame"), "SIMPLE  =   T")))
                .isTrue();
    }

    private SourceFile source() {
        return new SourceFile(folder, "a.fits", 100, LIMITS);
    }

    private static DecodedFrame frame(Samples... planes) {
        return new DecodedFrame(
                MediaType.PNG,
                2,
                1,
                false,
                SampleLevels.UNIT,
                List.of(planes),
                List.of(),
                Optional.of("M 31"),
                Optional.empty(),
                List.of("a note"));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
