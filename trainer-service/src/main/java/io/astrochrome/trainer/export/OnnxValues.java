package io.astrochrome.trainer.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A network's values back from the ONNX file that it was exported to, by their own names. */
public final class OnnxValues {
    private static final String HALVES = ".half";

    private OnnxValues() {}

    /**
     * All constants of the file that are floats or halves. Halves come back as what they were rounded to. A model that is
     * asked in several views gives the values of its one member; one of several members has no values of their own names.
     *
     * @throws IOException where the file cannot be read, or is no ONNX
     */
    public static Map<String, Tensor> read(Path onnx) throws IOException {
        Map<String, Tensor> values = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(onnx)) {
            for (TensorProto constant : ModelProto.parseFrom(in).getGraph().getInitializerList()) {
                if (constant.getDataType() == TensorProto.DataType.FLOAT.getNumber()) {
                    values.put(constant.getName(), floats(constant));
                } else if (constant.getDataType() == TensorProto.DataType.FLOAT16.getNumber()) {
                    values.put(withoutSuffix(constant.getName()), halves(constant));
                }
            }
        }
        return ofOnlyMember(values);
    }

    private static Map<String, Tensor> ofOnlyMember(Map<String, Tensor> values) {
        String prefix = OnnxEnsemble.constants(0);
        String second = OnnxEnsemble.constants(1);
        Map<String, Tensor> own = new LinkedHashMap<>();
        values.forEach(
                (name, value) -> own.put(name.startsWith(prefix) ? name.substring(prefix.length()) : name, value));
        return values.keySet().stream().anyMatch(name -> name.startsWith(second)) ? values : own;
    }

    private static String withoutSuffix(String name) {
        return name.endsWith(HALVES) ? name.substring(0, name.length() - HALVES.length()) : name;
    }

    private static Tensor floats(TensorProto constant) {
        ByteBuffer bytes = bytes(constant);
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return Tensor.ofFloats(values, sides(constant));
    }

    private static Tensor halves(TensorProto constant) {
        ByteBuffer bytes = bytes(constant);
        short[] values = new short[bytes.remaining() / Short.BYTES];
        bytes.asShortBuffer().get(values);
        return Tensor.ofFloats(HalfFloat.toFloats(values), sides(constant));
    }

    private static ByteBuffer bytes(TensorProto constant) {
        return constant.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long[] sides(TensorProto constant) {
        return constant.getDimsList().stream().mapToLong(Long::longValue).toArray();
    }
}
