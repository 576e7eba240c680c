package io.astrochrome.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The direct buffers of one model and the tensors over them: kept from run to run while the shape stays, grown only where
 * a larger batch comes. Not thread-safe. Closing frees the tensors; the buffers are the garbage collector's.
 */
final class Buffers implements AutoCloseable {
    private final OrtEnvironment environment;
    private final Signature signature;
    private final Map<String, FloatBuffer> memory = new LinkedHashMap<>();
    private @Nullable Tensors tensors;

    /** Tensors of one shape. */
    private record Tensors(
            int n, int height, int width, Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs)
            implements AutoCloseable {
        boolean fits(int otherN, int otherHeight, int otherWidth) {
            return n == otherN && height == otherHeight && width == otherWidth;
        }

        @Override
        public void close() {
            inputs.values().forEach(OnnxTensor::close);
            outputs.values().forEach(OnnxTensor::close);
        }
    }

    Buffers(OrtEnvironment environment, Signature signature) {
        this.environment = environment;
        this.signature = signature;
    }

    /** Makes the tensors have this shape. */
    void shape(int n, int height, int width) throws OrtException {
        if (tensors != null && tensors.fits(n, height, width)) {
            return;
        }
        close();
        tensors = new Tensors(n, height, width, new LinkedHashMap<>(), new LinkedHashMap<>());
        add(tensors.inputs, ModelContract.INPUT_LIGHTNESS, n, 1, height, width);
        if (signature.paletteSize() > 0) {
            add(tensors.inputs, ModelContract.INPUT_PALETTE, n, signature.paletteSize());
        }
        add(tensors.outputs, ModelContract.OUTPUT_CHROMA, n, 2, height, width);
        if (signature.givesConfidence()) {
            add(tensors.outputs, ModelContract.OUTPUT_CONFIDENCE, n, 1, height, width);
        }
        if (signature.looks() > 0) {
            add(tensors.outputs, ModelContract.OUTPUT_LOOKS, n, signature.looks());
        }
    }

    private void add(Map<String, OnnxTensor> to, String name, long... shape) throws OrtException {
        long values = 1;
        for (long side : shape) {
            values = Math.multiplyExact(values, side);
        }
        int count = Math.toIntExact(values);
        FloatBuffer buffer = memory.get(name);
        if (buffer == null || buffer.capacity() < count) {
            buffer = ByteBuffer.allocateDirect(Math.multiplyExact(count, Float.BYTES))
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
            memory.put(name, buffer);
        }
        to.put(name, OnnxTensor.createTensor(environment, buffer.slice(0, count), shape));
    }

    /** The memory behind a tensor, from its start. */
    FloatBuffer memory(String name) {
        return Objects.requireNonNull(memory.get(name), name).duplicate().clear();
    }

    Map<String, OnnxTensor> inputs() {
        return Objects.requireNonNull(tensors).inputs;
    }

    Map<String, OnnxTensor> outputs() {
        return Objects.requireNonNull(tensors).outputs;
    }

    @Override
    public void close() {
        if (tensors != null) {
            tensors.close();
            tensors = null;
        }
    }
}
