package io.astrochrome.tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
    @TempDir
    Path folder;

    @Test
    void keepsTensorsNamesAndMetadata() throws IOException {
        Safetensors read = Safetensors.read(ByteBuffer.wrap(sample().toBytes()));

        assertThat(read).isEqualTo(sample());
        assertThat(read.tensors().keySet()).containsExactly("weights", "halves", "steps");
        assertThat(read.tensor("weights").toFloats()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(read.tensor("halves").toFloats()).containsExactly(0.5f, -1);
        assertThatThrownBy(() -> read.tensor("absent")).hasMessage("there is no tensor named absent");
    }

    @Test
    void writesTheSameToAFileAsToMemory() throws IOException {
        Path file = folder.resolve("sample.safetensors");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            sample().write(channel);
        }

        assertThat(file).hasBinaryContent(sample().toBytes());
        assertThat(Safetensors.read(file)).isEqualTo(sample());
    }

    @Test
    void readsAFileLaidOutByHand() throws IOException {
        String header = "{\"__metadata__\":{\"made\":\"by hand\"},\"t\":{\"dtype\":\"F32\",\"shape\":[1,2],"
                + "\"data_offsets\":[0,8]}}";

        Safetensors read = Safetensors.read(file(header, 0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0xc0));

        assertThat(read.metadata()).isEqualTo(Map.of("made", "by hand"));
        assertThat(read.tensor("t").shape()).containsExactly(1, 2);
        assertThat(read.tensor("t").toFloats()).containsExactly(1, -2);
    }

    @Test
    void startsItsDataAtAMultipleOfEightBytes() {
        long headerBytes = ByteBuffer.wrap(sample().toBytes())
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();

        assertThat(headerBytes % 8).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"t\":7}",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]}}",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[-1,-1],\"data_offsets\":[0,4]}}",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296,4],\"data_offsets\":[0,0]}}",
                "{\"t\":{\"dtype\":\"F31\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}",
                "not JSON"
            })
    void refusesAHeaderThatLies(String header) {
        assertThatThrownBy(() -> Safetensors.read(file(header, 0, 0, 0, 0, 0, 0, 0, 0)))
                .isInstanceOf(SafetensorsFormatException.class);
    }

    @Test
    void refusesAFileThatIsCutOffAtAnyLength() {
        byte[] whole = sample().toBytes();
        for (int length = 0; length < whole.length; length++) {
            ByteBuffer cut = ByteBuffer.wrap(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Safetensors.read(cut))
                    .as("cut at %d", length)
                    .isInstanceOf(SafetensorsFormatException.class);
        }
    }

    /** Damage may go unnoticed in the data, but never shows as anything but a file or a refusal. */
    @Property
    void neverFailsInAnotherWayOnADamagedFile(@ForAll @IntRange(max = 400) int at, @ForAll byte value) {
        byte[] damaged = sample().toBytes();
        damaged[at % damaged.length] = value;
        try {
            assertThat(Safetensors.read(ByteBuffer.wrap(damaged)).tensors()).hasSizeLessThan(10);
        } catch (SafetensorsFormatException e) {
            assertThat(e).hasMessageNotContaining(": null");
        }
    }

    @Test
    void refusesATensorWhoseDataIsNotItsShapes() {
        ByteBuffer eight = ByteBuffer.allocate(8);

        assertThatThrownBy(() -> new Tensor(ElementType.F32, new long[] {3}, eight))
                .hasMessage("a tensor of F32[3] has 12 bytes, not 8");
        assertThatThrownBy(() -> Tensor.ofLongs(new long[] {1}, 1).toFloats())
                .hasMessage("a tensor of I64 is not of floats");
        assertThatThrownBy(() -> Tensor.ofFloats(new float[] {1}, 1).toHalves())
                .hasMessage("a tensor of F32 is not of halves");
    }

    private static Safetensors sample() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("weights", Tensor.ofFloats(new float[] {1, 2, 3, 4, 5, 6}, 2, 3));
        tensors.put("halves", Tensor.ofHalves(HalfFloat.fromFloats(new float[] {0.5f, -1}), 2));
        tensors.put("steps", Tensor.ofLongs(new long[] {42}));
        return new Safetensors(Map.of("name", "M 31 \u2013 \u201candromeda\u201d"), tensors);
    }

    private static ByteBuffer file(String header, int... data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(Long.BYTES + json.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json);
        for (int value : data) {
            file.put((byte) value);
        }
        return file.flip();
    }
}
