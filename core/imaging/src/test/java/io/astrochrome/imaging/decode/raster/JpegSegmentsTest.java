package io.astrochrome.imaging.decode.raster;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.Decoding;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.TestPictures;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegSegmentsTest {
    private static final int END_MARKER_BYTES = 2;
    private static final int START_OF_SCAN = 0xda;

    @TempDir
    Path folder;

    private Decoding decoding;

    @BeforeEach
    void setUp() {
        decoding = new Decoding(folder);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsAWholePictureWithoutItsEndMarker(boolean progressive) throws IOException {
        byte[] whole = jpeg(progressive);
        DecodedFrame frame = decoding.frame(Arrays.copyOf(whole, whole.length - END_MARKER_BYTES));
        assertThat(values(frame)).isEqualTo(values(decoding.frame(whole)));
    }

    @ParameterizedTest
    @CsvSource({"false, 40", "false, 500", "true, 40", "true, 500"})
    void refusesAPictureThatIsCutOff(boolean progressive, int missing) throws IOException {
        byte[] whole = jpeg(progressive);
        assertThat(decoding.rejected(Arrays.copyOf(whole, whole.length - missing))
                        .code())
                .isEqualTo(RejectionReason.TRUNCATED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesAPictureWhoseEndIsZeros(boolean progressive) throws IOException {
        byte[] whole = jpeg(progressive);
        byte[] zeroed = Arrays.copyOf(Arrays.copyOf(whole, whole.length - 400), whole.length);
        assertThat(decoding.rejected(zeroed).code()).isEqualTo(RejectionReason.TRUNCATED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesAPictureWhoseLastScanIsMissing(boolean progressive) throws IOException {
        byte[] whole = jpeg(progressive);
        int last = whole.length - 2;
        while ((whole[last] & 0xff) != 0xff || (whole[last + 1] & 0xff) != START_OF_SCAN) {
            last--;
        }
        assertThat(decoding.rejected(Arrays.copyOf(whole, last)).code()).isEqualTo(RejectionReason.TRUNCATED);
    }

    @ParameterizedTest
    @CsvSource({"0xc3, lossless JPEG", "0xf7, JPEG-LS", "0xc9, arithmetic", "0xc5, hierarchical"})
    void saysWhichKindOfJpegItIsThatIsNotRead(String marker, String name) throws IOException {
        byte[] file = jpeg(false);
        file[frameHeader(file)] = (byte) (int) Integer.decode(marker);
        assertThat(decoding.rejected(file).message()).contains(name, "convert it to TIFF or PNG");
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 16})
    void saysThatMoreThan8BitsAreNotRead(int bits) throws IOException {
        byte[] file = jpeg(false);
        file[frameHeader(file) + 3] = (byte) bits;
        assertThat(decoding.rejected(file).message()).contains(bits + " bits", "convert it");
    }

    private static int frameHeader(byte[] file) {
        int at = 0;
        while ((file[at] & 0xff) != 0xff || (file[at + 1] & 0xff) != 0xc0) {
            at++;
        }
        return at + 1;
    }

    private static byte[] jpeg(boolean progressive) throws IOException {
        BufferedImage image = TestPictures.noise(BufferedImage.TYPE_3BYTE_BGR, 60, 50);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static short[] values(DecodedFrame frame) {
        return ((UnsignedShortSamples) frame.plane(1)).values();
    }
}
