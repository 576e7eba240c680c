package io.astrochrome.testkit.model;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The graph of a {@link TinyModel}: a 1 x 1 convolution from one channel to two, the palette's hint added, tanh. A brittle
 * one adds {@code 0 log(floor(max(l)))}, which is 0 for a frame that has a white pixel and no number for any other.
 *
 * @param slope of b over l; a's is half of it
 * @param paletteSize values of the palette, 0 for none
 * @param side of the planes where they are fixed, {@link #DYNAMIC_SIDE} where they are not
 * @param looks whether it tells the likelihood of two, 0.3 and 0.7 for every frame
 */
record TinyGraph(
        float slope, int paletteSize, boolean confidence, int side, String inputName, boolean brittle, boolean looks) {
    static final int DYNAMIC_SIDE = 0;

    private static final int OPSET = 17;
    private static final int IR_VERSION = 8;

    float aSlope() {
        return slope / 2;
    }

    float aOffset() {
        return slope / 5;
    }

    float bSlope() {
        return slope;
    }

    float bOffset() {
        return 0;
    }

    byte[] toOnnx(Map<String, String> properties) {
        GraphProto.Builder graph = GraphProto.newBuilder()
                .setName("tiny")
                .addInput(planes(inputName, 1))
                .addOutput(planes("ab", 2))
                .addInitializer(floats("weight", List.of(aSlope(), bSlope()), 2, 1, 1, 1))
                .addInitializer(floats("bias", List.of(aOffset(), bOffset()), 2))
                .addNode(node("Conv", "chroma", inputName, "weight", "bias"));
        String last = "chroma";
        if (paletteSize > 0) {
            last = addPalette(graph);
        }
        if (brittle) {
            last = addFault(graph, last);
        }
        graph.addNode(node("Tanh", "ab", last));
        if (confidence) {
            graph.addOutput(planes("confidence", 1)).addNode(node("Sigmoid", "confidence", inputName));
        }
        if (looks) {
            addLooks(graph);
        }
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .setGraph(graph);
        properties.forEach((key, value) -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }

    private String addPalette(GraphProto.Builder graph) {
        Float[] weights = new Float[2 * paletteSize];
        Arrays.fill(weights, 0f);
        weights[0] = 1f;
        weights[weights.length - 1] = 1f;
        graph.addInput(value("palette", dynamic("N"), fixed(paletteSize)))
                .addInitializer(floats("palette_weight", List.of(weights), paletteSize, 2))
                .addInitializer(TensorProto.newBuilder()
                        .setName("last_axes")
                        .setDataType(TensorProto.DataType.INT64.getNumber())
                        .addDims(2)
                        .addInt64Data(2)
                        .addInt64Data(3))
                .addNode(node("MatMul", "hint", "palette", "palette_weight"))
                .addNode(node("Unsqueeze", "hint_planes", "hint", "last_axes"))
                .addNode(node("Add", "hinted", "chroma", "hint_planes"));
        return "hinted";
    }

    private void addLooks(GraphProto.Builder graph) {
        graph.addOutput(value("looks", dynamic("N"), fixed(2)))
                .addInitializer(floats("whatever", List.of(0f, 0f), 1, 2))
                .addInitializer(floats("likelihoods", List.of(0.3f, 0.7f), 2))
                .addNode(node("GlobalAveragePool", "mean", inputName))
                .addNode(node("Flatten", "flat", "mean"))
                .addNode(node("MatMul", "nothing_told", "flat", "whatever"))
                .addNode(node("Add", "looks", "nothing_told", "likelihoods"));
    }

    private String addFault(GraphProto.Builder graph, String before) {
        graph.addInitializer(floats("nothing", List.of(0f), 1, 1, 1, 1))
                .addNode(node("ReduceMax", "brightest", inputName))
                .addNode(node("Floor", "white", "brightest"))
                .addNode(node("Log", "logarithm", "white"))
                .addNode(node("Mul", "fault", "logarithm", "nothing"))
                .addNode(node("Add", "faulty", before, "fault"));
        return "faulty";
    }

    private ValueInfoProto planes(String name, int channels) {
        return side == DYNAMIC_SIDE
                ? value(name, dynamic("N"), fixed(channels), dynamic("H"), dynamic("W"))
                : value(name, dynamic("N"), fixed(channels), fixed(side), fixed(side));
    }

    private static TensorShapeProto.Dimension dynamic(String name) {
        return TensorShapeProto.Dimension.newBuilder().setDimParam(name).build();
    }

    private static TensorShapeProto.Dimension fixed(long size) {
        return TensorShapeProto.Dimension.newBuilder().setDimValue(size).build();
    }

    private static ValueInfoProto value(String name, TensorShapeProto.Dimension... shape) {
        var tensor = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .setShape(TensorShapeProto.newBuilder().addAllDim(List.of(shape)));
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    private static TensorProto floats(String name, List<Float> values, long... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addAllFloatData(values);
        for (long side : shape) {
            tensor.addDims(side);
        }
        return tensor.build();
    }

    private static NodeProto node(String operator, String output, String... inputs) {
        NodeProto.Builder node = NodeProto.newBuilder()
                .setName(output)
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addOutput(output);
        if (operator.equals("Conv")) {
            node.addAttribute(AttributeProto.newBuilder()
                    .setName("kernel_shape")
                    .setType(AttributeProto.AttributeType.INTS)
                    .addInts(1)
                    .addInts(1));
        }
        return node.build();
    }
}
