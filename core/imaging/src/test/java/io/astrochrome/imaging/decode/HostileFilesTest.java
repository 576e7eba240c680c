package io.astrochrome.imaging.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.imaging.decode.raster.PngFile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small files that were made to take the machine's memory or time. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFilesTest {
    private static final int SHORT = 3;
    private static final int ASCII = 2;
    private static final int RATIONAL = 5;

    @TempDir
    Path folder;

    private Decoding decoding;

    @BeforeEach
    void useTheFolder() {
        decoding = new Decoding(folder);
    }

    @ParameterizedTest
    @CsvSource({"8000, 1", "1, 8000", "2000, 31"})
    void refusesALineThatIsDrawnOut(int width, int height) {
        Rejected rejected = decoding.rejected(
                new RawFits().picture(width, height, (x, y) -> x).bytes());

        assertThat(rejected.code()).isEqualTo(RejectionReason.UNSUPPORTED);
        assertThat(rejected.message()).contains("64 times the other");
    }

    @ParameterizedTest
    @CsvSource({"1024, 1", "1000, 3", "2000, 32"})
    void takesWhatIsNarrowButNoLine(int width, int height) {
        decoding.frame(new RawFits().picture(width, height, (x, y) -> x).bytes());
    }

    @Test
    void refusesASideThatIsTooLongWhateverThePixels() {
        Decoding generous = new Decoding(folder, new DecodeLimits(1 << 30, 1 << 30, 1 << 30));

        byte[] file = new PngFile()
                .header(70_000, 2000, 8, 0, false)
                .data(new byte[16])
                .end();

        assertThat(generous.rejected(file).message()).contains("no side may be longer than 65536");
    }

    @Test
    void refusesTiffFieldsThatLieOverEachOther() {
        int fields = 4000;
        ByteBuffer file = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) fields);
        for (int i = 0; i < fields; i++) {
            field(file, 40_000 + i, SHORT, 400_000, 100);
        }

        Rejected rejected = (Rejected) decoding.probe(file.array());

        assertThat(rejected.code()).isEqualTo(RejectionReason.LYING_HEADER);
        assertThat(rejected.message()).contains("more bytes than the file");
    }

    @Test
    void refusesDirectoriesThatShareTheirNumbers() {
        int directories = 200;
        int bytes = 1 << 20;
        ByteBuffer file = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        for (int i = 0; i < directories; i++) {
            file.putShort((short) 1);
            field(file, 273, SHORT, 400_000, 8000);
            file.putInt(i + 1 < directories ? file.position() + 4 : 0);
        }

        assertThat(((Rejected) decoding.probe(file.array())).code()).isEqualTo(RejectionReason.LYING_HEADER);
    }

    @Test
    void readsExifWhateverItsOtherFieldsClaim() {
        int others = 5000;
        ByteBuffer exif = ByteBuffer.allocate(1 << 20).order(ByteOrder.BIG_ENDIAN);
        exif.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8).putShort((short) (others + 1));
        field(exif, 0x112, SHORT, 1, 6 << 16);
        for (int i = 0; i < others; i++) {
            field(exif, 0xc000 + i, i % 2 == 0 ? ASCII : RATIONAL, 120_000, 60_000);
        }
        byte[] file = new PngFile()
                .header(4, 2, 8, 0, false)
                .chunk("eXIf", exif.array())
                .data(new byte[2 * 5])
                .end();

        Probed probed = (Probed) decoding.probe(file);

        assertThat(probed.width()).isEqualTo(2);
        assertThat(probed.height()).isEqualTo(4);
    }

    @Test
    void readsTheTimeOfExposureFromExif() {
        ByteBuffer exif = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        exif.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 1);
        field(exif, 0x8769, 4, 1, 40);
        exif.position(40).putShort((short) 3);
        field(exif, 0x9003, ASCII, 20, 100);
        field(exif, 0x9011, ASCII, 7, 130);
        field(exif, 0x9291, ASCII, 3, '2' | '5' << 8);
        exif.position(100).put("2026:03:04 05:06:07\0".getBytes(StandardCharsets.US_ASCII));
        exif.position(130).put("+01:00\0".getBytes(StandardCharsets.US_ASCII));
        byte[] file = new PngFile()
                .header(4, 2, 8, 0, false)
                .chunk("eXIf", exif.array())
                .data(new byte[2 * 5])
                .end();

        assertThat(((Probed) decoding.probe(file)).exposedAt()).hasValue(Instant.parse("2026-03-04T04:06:07.25Z"));
    }

    @Test
    void keepsNoMoreOfAnXisfHeaderThanItHasUseFor() {
        String keywords = "<FITSKeyword name=\"A\" value=\"1\" comment=\"\" x=\"y\"/>".repeat(60_000);

        DecodedFrame frame = decoding.frame(xisf(keywords));

        assertThat(frame.fitsCards()).hasSizeLessThanOrEqualTo(36_002);
    }

    @Test
    void refusesAnXisfHeaderOfManyMegabytes() {
        assertThat(decoding.rejected(xisf("<!-- " + "x".repeat(5 << 20) + " -->"))
                        .code())
                .isEqualTo(RejectionReason.LYING_HEADER);
    }

    @Test
    void refusesXisfElementsThatAreNestedWithoutEnd() {
        assertThat(decoding.rejected(xisf("<a>".repeat(100_000))).code()).isEqualTo(RejectionReason.DAMAGED);
        assertThat(decoding.rejected(xisf("</Image>" + "<Image>a</Image>".repeat(1000) + "<Image>"))
                        .code())
                .isEqualTo(RejectionReason.DAMAGED);
    }

    private static byte[] xisf(String inImage) {
        byte[] xml = ("<xisf version=\"1.0\"><Image geometry=\"8:8:1\" sampleFormat=\"UInt8\" colorSpace=\"Gray\""
                        + " location=\"inline:hex\">" + "0f".repeat(64) + inImage + "</Image></xisf>")
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("XISF0100".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(xml.length)
                .array());
        file.writeBytes(xml);
        return file.toByteArray();
    }

    private static void field(ByteBuffer file, int tag, int type, int count, int value) {
        file.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
