package io.astrochrome.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.astrochrome.tensors.Safetensors;
import io.astrochrome.tensors.SafetensorsFormatException;
import io.astrochrome.tensors.Tensor;
import io.astrochrome.tensors.TensorGrid;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records to bytes and back. Thread-safe. Fields that a reader does not know are passed over, so that a newer writer can
 * add some. A record with tensors is a safetensors file: its metadata key {@value #EVENT_KEY} holds the JSON, its planes
 * are fp16 tensors of shape [height, width] named {@code l}, {@code a} and {@code b}.
 */
public final class EventCodec {
    /** Where a safetensors record keeps its JSON. */
    public static final String EVENT_KEY = "event";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(WholeText.module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // A later version's word is read as what stands for those, where there is such a constant.
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private EventCodec() {}

    /** A record without tensors, as JSON in UTF-8. */
    public static byte[] toJson(Record event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain values is always JSON", e);
        }
    }

    /**
     * A record without tensors, from JSON.
     *
     * @throws EventFormatException where the bytes are not such a record, or break one of its rules
     */
    public static <T extends Record> T fromJson(byte @Nullable [] bytes, Class<T> type) throws EventFormatException {
        try {
            T event = bytes == null ? null : JSON.readValue(bytes, type);
            if (event == null) {
                throw new IOException("it is empty");
            }
            return event;
        } catch (IOException e) {
            throw new EventFormatException("not a " + type.getSimpleName() + ": " + inOneLine(e), e);
        }
    }

    /** Without the place in the source, which says nothing of a record. */
    private static @Nullable String inOneLine(IOException e) {
        return e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    }

    public static byte[] toBytes(LabTensor tensor) {
        Map<String, Tensor> planes = new LinkedHashMap<>();
        planes.put("l", plane(tensor.lightness(), tensor.geometry()));
        if (tensor.a() != null && tensor.b() != null) {
            planes.put("a", plane(tensor.a(), tensor.geometry()));
            planes.put("b", plane(tensor.b(), tensor.geometry()));
        }
        return file(
                new LabTensorJson(
                        tensor.frame(),
                        tensor.geometry(),
                        tensor.stretch(),
                        tensor.luminance(),
                        tensor.preparedAt(),
                        tensor.stack()),
                planes);
    }

    /**
     * A tensor's record, from its bytes.
     *
     * @throws EventFormatException where the bytes are not a LabTensor, or break one of its rules
     */
    public static LabTensor labTensor(byte[] bytes) throws EventFormatException {
        try {
            Safetensors file = Safetensors.read(ByteBuffer.wrap(bytes));
            LabTensorJson json = metadata(file, LabTensorJson.class);
            boolean coloured = file.tensors().containsKey("a");
            return new LabTensor(
                    json.frame,
                    json.geometry,
                    json.stretch,
                    json.luminance,
                    json.preparedAt,
                    file.tensor("l").toHalves(),
                    coloured ? file.tensor("a").toHalves() : null,
                    coloured ? file.tensor("b").toHalves() : null,
                    json.stack);
        } catch (IOException | IllegalArgumentException | IllegalStateException | NullPointerException e) {
            throw new EventFormatException("not a LabTensor: " + e.getMessage(), e);
        }
    }

    public static byte[] toBytes(FrameColorized colorized) {
        Map<String, Tensor> planes = new LinkedHashMap<>();
        planes.put("a", plane(colorized.a(), colorized.geometry()));
        planes.put("b", plane(colorized.b(), colorized.geometry()));
        return file(
                new FrameColorizedJson(
                        colorized.frame(),
                        colorized.geometry(),
                        colorized.stretch(),
                        colorized.modelId(),
                        colorized.modelName(),
                        colorized.executionProvider(),
                        colorized.pictures(),
                        colorized.stageMillis(),
                        colorized.colorizedAt(),
                        colorized.palette(),
                        colorized.stack()),
                planes);
    }

    /**
     * A coloured frame's record, from its bytes.
     *
     * @throws EventFormatException where the bytes are not a FrameColorized, or break one of its rules
     */
    public static FrameColorized frameColorized(byte[] bytes) throws EventFormatException {
        try {
            Safetensors file = Safetensors.read(ByteBuffer.wrap(bytes));
            FrameColorizedJson json = metadata(file, FrameColorizedJson.class);
            return new FrameColorized(
                    json.frame,
                    json.geometry,
                    json.stretch,
                    json.modelId,
                    json.modelName,
                    json.executionProvider,
                    json.pictures,
                    json.stageMillis,
                    json.colorizedAt,
                    json.palette,
                    file.tensor("a").toHalves(),
                    file.tensor("b").toHalves(),
                    json.stack);
        } catch (IOException | IllegalArgumentException | IllegalStateException | NullPointerException e) {
            throw new EventFormatException("not a FrameColorized: " + e.getMessage(), e);
        }
    }

    public static byte[] toBytes(FrameTrial trial) {
        Map<String, Tensor> planes = new LinkedHashMap<>();
        planes.put("a", plane(trial.a(), trial.geometry()));
        planes.put("b", plane(trial.b(), trial.geometry()));
        return file(
                new FrameTrialJson(
                        trial.frame(),
                        trial.geometry(),
                        trial.modelId(),
                        trial.modelName(),
                        trial.occasion(),
                        trial.inferenceMillis(),
                        trial.at()),
                planes);
    }

    /**
     * A trial's record, from its bytes.
     *
     * @throws EventFormatException where the bytes are not a FrameTrial, or break one of its rules
     */
    public static FrameTrial frameTrial(byte[] bytes) throws EventFormatException {
        try {
            Safetensors file = Safetensors.read(ByteBuffer.wrap(bytes));
            FrameTrialJson json = metadata(file, FrameTrialJson.class);
            return new FrameTrial(
                    json.frame,
                    json.geometry,
                    json.modelId,
                    json.modelName,
                    json.occasion,
                    json.inferenceMillis,
                    json.at,
                    file.tensor("a").toHalves(),
                    file.tensor("b").toHalves());
        } catch (IOException | IllegalArgumentException | IllegalStateException | NullPointerException e) {
            throw new EventFormatException("not a FrameTrial: " + e.getMessage(), e);
        }
    }

    private static Tensor plane(short[] halves, TensorGrid geometry) {
        return Tensor.ofHalves(halves, geometry.height(), geometry.width());
    }

    private static byte[] file(Record json, Map<String, Tensor> planes) {
        return new Safetensors(Map.of(EVENT_KEY, new String(toJson(json), StandardCharsets.UTF_8)), planes).toBytes();
    }

    private static <T> T metadata(Safetensors file, Class<T> type) throws IOException {
        String json = file.metadata().get(EVENT_KEY);
        if (json == null) {
            throw new SafetensorsFormatException("its metadata has no " + EVENT_KEY);
        }
        return JSON.readValue(json, type);
    }

    /** A LabTensor less its planes. */
    private record LabTensorJson(
            FrameIngested frame,
            TensorGrid geometry,
            StretchApplied stretch,
            @Nullable ObjectReference luminance,
            Instant preparedAt,
            @Nullable FrameStack stack) {}

    /** A FrameColorized less its planes. */
    private record FrameColorizedJson(
            FrameIngested frame,
            TensorGrid geometry,
            StretchApplied stretch,
            String modelId,
            String modelName,
            String executionProvider,
            PictureReferences pictures,
            Map<String, Double> stageMillis,
            Instant colorizedAt,
            @Nullable String palette,
            @Nullable FrameStack stack) {}

    /** A FrameTrial less its planes. */
    private record FrameTrialJson(
            FrameIngested frame,
            TensorGrid geometry,
            String modelId,
            String modelName,
            String occasion,
            double inferenceMillis,
            Instant at) {}
}
