package io.astrochrome.trainer.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** A graph that is being written: nodes in order, and the constants that they use. Not thread-safe. */
final class OnnxGraph {
    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private int nodes;

    GraphProto.Builder proto() {
        return graph;
    }

    /** Adds a node of one output and names that output. */
    String node(String operator, List<String> inputs, AttributeProto... attributes) {
        String output = operator.toLowerCase(java.util.Locale.ROOT) + "_" + nodes++;
        node(operator, inputs, output, attributes);
        return output;
    }

    /** Adds a node whose output has a given name. */
    void node(String operator, List<String> inputs, String output, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName("node_" + graph.getNodeCount())
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(Arrays.asList(attributes)));
    }

    /** Adds a constant of floats. */
    String floats(String name, Tensor tensor) {
        float[] values = tensor.toFloats();
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        constant(name, TensorProto.DataType.FLOAT, tensor.shape(), bytes);
        return name;
    }

    /** Adds a constant that is stored as halves and cast to floats when the model runs. */
    String halves(String name, Tensor tensor) {
        short[] values = HalfFloat.fromFloats(tensor.toFloats());
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(values);
        constant(name + ".half", TensorProto.DataType.FLOAT16, tensor.shape(), bytes);
        node("Cast", List.of(name + ".half"), name, integer("to", TensorProto.DataType.FLOAT.getNumber()));
        return name;
    }

    /** Adds a constant list of integers, and names it after its content. */
    String longs(long... values) {
        String name = "longs" + Arrays.toString(values).replaceAll("[^0-9-]+", "_");
        if (graph.getInitializerList().stream()
                .noneMatch(constant -> constant.getName().equals(name))) {
            ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asLongBuffer().put(values);
            constant(name, TensorProto.DataType.INT64, new long[] {values.length}, bytes);
        }
        return name;
    }

    private void constant(String name, TensorProto.DataType type, long[] shape, ByteBuffer bytes) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(bytes));
        for (long side : shape) {
            tensor.addDims(side);
        }
        graph.addInitializer(tensor);
    }

    static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto integers(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    static AttributeProto number(String name, double value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF((float) value)
                .build();
    }

    static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }
}
