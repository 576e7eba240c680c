package io.astrochrome.tensors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.GatheringByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A safetensors file: tensors by name, and string metadata. Immutable; names keep the order they were given in. The
 * format: a little-endian u64 with the header's length, a JSON header, the raw little-endian data.
 *
 * @see <a href="https://huggingface.co/docs/safetensors">the format's description</a>
 */
public record Safetensors(Map<String, String> metadata, Map<String, Tensor> tensors) {
    /** As the reference reader has it; a longer header is a lie or an attack. */
    private static final int MAX_HEADER_BYTES = 100_000_000;

    private static final String METADATA = "__metadata__";
    private static final ObjectMapper JSON = new ObjectMapper();

    public Safetensors {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /**
     * The tensor of that name.
     *
     * @throws SafetensorsFormatException where there is none
     */
    public Tensor tensor(String name) throws SafetensorsFormatException {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new SafetensorsFormatException("there is no tensor named " + name);
        }
        return tensor;
    }

    /**
     * Reads a whole file from memory; the tensors are views of {@code bytes}. Every length is checked before it is used.
     *
     * @throws SafetensorsFormatException where the bytes are not such a file; its message names the rule that was broken
     */
    public static Safetensors read(ByteBuffer bytes) throws SafetensorsFormatException {
        ByteBuffer file = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (file.remaining() < Long.BYTES) {
            throw new SafetensorsFormatException("shorter than the header's length field");
        }
        long headerBytes = file.getLong();
        if (headerBytes < 2 || headerBytes > Math.min(MAX_HEADER_BYTES, file.remaining())) {
            throw new SafetensorsFormatException(
                    "a header of " + headerBytes + " bytes does not fit into the " + file.remaining() + " that follow");
        }
        byte[] header = new byte[(int) headerBytes];
        file.get(header);
        return parse(header, file.slice());
    }

    /** Reads a file by mapping it; the mapping lives as long as the tensors do. */
    public static Safetensors read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        } catch (SafetensorsFormatException e) {
            throw new SafetensorsFormatException(file + ": " + e.getMessage(), e);
        }
    }

    private static Safetensors parse(byte[] header, ByteBuffer data) throws SafetensorsFormatException {
        Map<String, String> metadata = new LinkedHashMap<>();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        try {
            JsonNode root = JSON.readTree(header);
            if (root == null || !root.isObject()) {
                throw new SafetensorsFormatException("the header is not a JSON object");
            }
            for (Map.Entry<String, JsonNode> entry : root.properties()) {
                if (entry.getKey().equals(METADATA)) {
                    entry.getValue()
                            .properties()
                            .forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
                } else {
                    tensors.put(entry.getKey(), tensor(entry.getValue(), data));
                }
            }
        } catch (JsonProcessingException e) {
            throw new SafetensorsFormatException("the header is no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            throw new SafetensorsFormatException("the header is broken: " + e.getMessage(), e);
        }
        return new Safetensors(metadata, tensors);
    }

    private static Tensor tensor(JsonNode entry, ByteBuffer data) throws SafetensorsFormatException {
        JsonNode sides = entry.path("shape");
        long[] shape = new long[sides.size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = sides.get(i).asLong(-1);
        }
        long start = entry.path("data_offsets").path(0).asLong(-1);
        long end = entry.path("data_offsets").path(1).asLong(-1);
        if (start < 0 || end < start || end > data.remaining()) {
            throw new SafetensorsFormatException(
                    "data from " + start + " to " + end + " lies outside the file's " + data.remaining() + " bytes");
        }
        ElementType type = ElementType.valueOf(entry.path("dtype").asText());
        return new Tensor(type, shape, data.slice((int) start, (int) (end - start)));
    }

    /** The whole file as bytes. */
    public byte[] toBytes() {
        byte[] header = header();
        long size = Long.BYTES + (long) header.length + dataBytes();
        ByteBuffer file = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(header.length).put(header);
        tensors.values().forEach(tensor -> file.put(tensor.littleEndian()));
        return file.array();
    }

    /** Writes the file to a channel, tensor by tensor; the channel stays open. */
    public void write(GatheringByteChannel channel) throws IOException {
        byte[] header = header();
        ByteBuffer start = ByteBuffer.allocate(Long.BYTES + header.length).order(ByteOrder.LITTLE_ENDIAN);
        writeFully(channel, start.putLong(header.length).put(header).flip());
        for (Tensor tensor : tensors.values()) {
            writeFully(channel, tensor.littleEndian());
        }
    }

    private static void writeFully(GatheringByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private long dataBytes() {
        return tensors.values().stream().mapToLong(t -> t.data().remaining()).sum();
    }

    /** The JSON header, padded with spaces so that the data starts at a multiple of eight bytes. */
    private byte[] header() {
        ObjectNode root = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode strings = root.putObject(METADATA);
            metadata.forEach(strings::put);
        }
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            Tensor tensor = entry.getValue();
            ObjectNode node =
                    root.putObject(entry.getKey()).put("dtype", tensor.type().name());
            for (long side : tensor.shape()) {
                node.withArray("shape").add(side);
            }
            node.withArray("shape");
            long end = offset + tensor.data().remaining();
            node.withArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        try {
            String json = JSON.writeValueAsString(root);
            int bytes = json.getBytes(StandardCharsets.UTF_8).length;
            return (json + " ".repeat((8 - bytes % 8) % 8)).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of strings and numbers is always JSON", e);
        }
    }
}
