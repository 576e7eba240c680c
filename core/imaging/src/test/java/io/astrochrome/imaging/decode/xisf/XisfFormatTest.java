package io.astrochrome.imaging.decode.xisf;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.Decoding;
import io.astrochrome.imaging.decode.FloatSamples;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.Probed;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SampleLevels;
import io.astrochrome.imaging.decode.UnsignedShortSamples;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XisfFormatTest {
    @TempDir
    Path folder;

    private Decoding decoding;

    @BeforeEach
    void setUp() {
        decoding = new Decoding(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zlib", "zlib+sh", "lz4", "lz4+sh", "lz4hc", "lz4hc+sh"})
    void readsEveryCompressionToTheSamePixels(String codec) {
        DecodedFrame frame = decoding.frame(
                XisfFile.uint16(40, 30, i -> i * 11).compressed(codec).bytes());
        short[] values = ((UnsignedShortSamples) frame.plane(0)).values();
        for (int i = 0; i < values.length; i++) {
            assertThat(Short.toUnsignedInt(values[i])).isEqualTo(i * 11);
        }
        assertThat(frame.mediaType()).isEqualTo(MediaType.XISF);
        assertThat(frame.linear()).isTrue();
    }

    @Test
    void readsBlocksThatWereCompressedInPieces() {
        DecodedFrame frame = decoding.frame(XisfFile.uint16(40, 30, i -> i * 11)
                .compressed("zlib")
                .inPieces(700)
                .bytes());
        assertThat(frame.plane(0).get(40 * 30 - 1)).isEqualTo((40 * 30 - 1) * 11 / 65535f);
    }

    @Test
    void readsBytesAndWideIntegers() {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[] {0, (byte) 255});
        DecodedFrame small = decoding.frame(new XisfFile("2:1:1", "UInt8", bytes.array()).bytes());
        assertThat(small.plane(0).get(1)).isEqualTo(1f);
        assertThat(small.linear()).isFalse();
        byte[] wide = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0)
                .putInt(-1)
                .array();
        DecodedFrame ints = decoding.frame(new XisfFile("2:1:1", "UInt32", wide).bytes());
        assertThat(((FloatSamples) ints.plane(0)).values()).containsExactly(0f, 1f);
        assertThat(ints.levels()).isEqualTo(new SampleLevels(0, 4294967295.0));
    }

    @Test
    void readsFloatsByTheirBounds() {
        byte[] floats = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(10)
                .putFloat(15)
                .putFloat(Float.NaN)
                .array();
        DecodedFrame frame = decoding.frame(
                new XisfFile("3:1:1", "Float32", floats).with("bounds", "10:20").bytes());
        assertThat(((FloatSamples) frame.plane(0)).values()).containsExactly(0f, 0.5f, 0f);
        byte[] doubles = ByteBuffer.allocate(8)
                .order(ByteOrder.BIG_ENDIAN)
                .putDouble(0.25)
                .array();
        DecodedFrame big = decoding.frame(new XisfFile("1:1:1", "Float64", doubles)
                .with("byteOrder", "big")
                .bytes());
        assertThat(big.plane(0).get(0)).isEqualTo(0.25f);
    }

    @Test
    void readsColourInPlanesAndByPixel() {
        DecodedFrame planar = decoding.frame(new XisfFile("2:1:3", "UInt8", new byte[] {1, 2, 3, 4, 5, 6})
                .with("colorSpace", "RGB")
                .bytes());
        assertThat(planar.plane(2).get(0)).isEqualTo(5 / 255f);
        DecodedFrame normal = decoding.frame(new XisfFile("2:1:3", "UInt8", new byte[] {1, 2, 3, 4, 5, 6})
                .with("colorSpace", "RGB")
                .with("pixelStorage", "Normal")
                .bytes());
        assertThat(normal.plane(2).get(0)).isEqualTo(3 / 255f);
    }

    @Test
    void keepsFitsKeywordsAsCards() {
        byte[] file = XisfFile.uint16(4, 4, i -> i)
                .containing("<FITSKeyword name=\"OBJECT\" value=\"'M 42'\" comment=\"target\"/>"
                        + "<FITSKeyword name=\"EXPTIME\" value=\"300.\" comment=\"s\"/>"
                        + "<Property id=\"Observation:Time:Start\" type=\"TimePoint\" value=\"2026-01-02T03:04:05Z\"/>")
                .bytes();
        DecodedFrame frame = decoding.frame(file);
        assertThat(frame.object()).contains("M 42");
        assertThat(frame.exposedAt().map(Object::toString)).isEqualTo(Optional.of("2026-01-02T03:04:05Z"));
        assertThat(frame.fitsCards())
                .allMatch(card -> card.length() == 80)
                .anyMatch(card -> card.startsWith("EXPTIME"));
    }

    @Test
    void believesPixInsightsHistory() {
        byte[] file = XisfFile.uint16(4, 4, i -> 4000 * i)
                .containing("<FITSKeyword name=\"HISTORY\" value=\"\" comment=\"HistogramTransformation.mc: 0.01\"/>")
                .bytes();
        assertThat(decoding.frame(file).linear()).isFalse();
    }

    @Test
    void debayersByItsColourFilterArray() {
        byte[] file = XisfFile.uint16(6, 6, i -> 1000)
                .containing("<ColorFilterArray pattern=\"GBRG\" width=\"2\" height=\"2\"/>")
                .bytes();
        assertThat(decoding.probe(file))
                .isEqualTo(new Probed(MediaType.XISF, 6, 6, 3, Optional.empty(), Optional.empty()));
        assertThat(decoding.frame(file).channels())
                .as("a flat grey mosaic is grey")
                .isEqualTo(1);
    }

    @Test
    void refusesWhatDoesNotFit() {
        byte[] lie =
                XisfFile.uint16(40, 30, i -> i).with("geometry", "4000:30:1").bytes();
        assertThat(decoding.rejected(lie).code()).isEqualTo(RejectionReason.LYING_HEADER);
        byte[] bomb = XisfFile.uint16(40, 30, i -> i)
                .with("geometry", "4000000:3000000:1")
                .bytes();
        assertThat(decoding.rejected(bomb).code()).isEqualTo(RejectionReason.TOO_MANY_PIXELS);
        byte[] elsewhere = XisfFile.uint16(4, 4, i -> i)
                .with("location", "url(file:///etc/passwd)")
                .bytes();
        assertThat(decoding.rejected(elsewhere).code()).isEqualTo(RejectionReason.UNSUPPORTED);
    }

    @Test
    void checksTheChecksum() {
        byte[] file = XisfFile.uint16(4, 4, i -> i)
                .with("checksum", "sha-1:0000000000000000000000000000000000000000")
                .bytes();
        assertThat(decoding.rejected(file).message()).contains("checksum");
    }
}
