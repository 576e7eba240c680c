package io.astrochrome.trainer.export;

import static io.astrochrome.trainer.export.OnnxGraph.integer;
import static io.astrochrome.trainer.export.OnnxGraph.integers;
import static io.astrochrome.trainer.export.OnnxGraph.number;
import static io.astrochrome.trainer.export.OnnxGraph.text;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.network.layer.BatchNorm;
import io.astrochrome.trainer.network.layer.Conv;
import io.astrochrome.trainer.network.layer.Gain;
import io.astrochrome.trainer.network.layer.MaxPool;
import io.astrochrome.trainer.network.layer.Ops;
import io.astrochrome.trainer.network.layer.Padding;
import io.astrochrome.trainer.network.layer.Upsampling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The interpreter that writes a network as ONNX (opset 17), as it runs after training. Hands on the outputs' names. */
final class OnnxOps implements Ops<String> {
    /** Smaller constants stay floats: they decide little of the size and much of the accuracy. */
    private static final int SMALLEST_HALVED = 256;

    private final OnnxGraph graph;
    private final Map<String, Tensor> values;
    private final boolean halves;

    OnnxOps(OnnxGraph graph, Map<String, Tensor> values, boolean halves) {
        this.graph = graph;
        this.values = values;
        this.halves = halves;
    }

    /** Whether a value of that name and size is stored as halves. */
    static boolean halved(String name, int size) {
        return name.endsWith(".weight") && size >= SMALLEST_HALVED;
    }

    private String constant(String name) {
        Tensor tensor = Objects.requireNonNull(values.get(name), name);
        boolean large = tensor.shape().length == 4 && halved(name, tensor.data().remaining() / Float.BYTES);
        return halves && large ? graph.halves(name, tensor) : graph.floats(name, tensor);
    }

    private static long[] pads(Padding padding) {
        return new long[] {padding.before(), padding.before(), padding.after(), padding.after()};
    }

    @Override
    public String conv(String x, Conv conv) {
        List<String> inputs = new ArrayList<>(List.of(x, constant(conv.name() + ".weight")));
        if (conv.bias()) {
            inputs.add(constant(conv.name() + ".bias"));
        }
        return graph.node(
                "Conv",
                inputs,
                integers("kernel_shape", conv.kernel(), conv.kernel()),
                integers("strides", conv.stride(), conv.stride()),
                integers("pads", pads(conv.padding())),
                integer("group", conv.groups()));
    }

    @Override
    public String batchNorm(String x, BatchNorm norm) {
        return graph.node(
                "BatchNormalization",
                List.of(
                        x,
                        constant(norm.name() + ".weight"),
                        constant(norm.name() + ".bias"),
                        constant(norm.name() + ".running_mean"),
                        constant(norm.name() + ".running_var")),
                number("epsilon", norm.epsilon()));
    }

    @Override
    public String relu(String x) {
        return graph.node("Relu", List.of(x));
    }

    @Override
    public String relu6(String x) {
        String low = scalar("zero", 0);
        return graph.node("Clip", List.of(x, low, scalar("six", 6)));
    }

    private String scalar(String name, float value) {
        boolean known = graph.proto().getInitializerList().stream()
                .anyMatch(constant -> constant.getName().equals(name));
        return known ? name : graph.floats(name, Tensor.ofFloats(new float[] {value}));
    }

    @Override
    public String leakyRelu(String x, double slope) {
        return graph.node("LeakyRelu", List.of(x), number("alpha", slope));
    }

    @Override
    public String silu(String x) {
        return multiply(x, sigmoid(x));
    }

    @Override
    public String sigmoid(String x) {
        return graph.node("Sigmoid", List.of(x));
    }

    @Override
    public String tanh(String x) {
        return graph.node("Tanh", List.of(x));
    }

    @Override
    public String add(String a, String b) {
        return graph.node("Add", List.of(a, b));
    }

    @Override
    public String multiply(String a, String b) {
        return graph.node("Mul", List.of(a, b));
    }

    @Override
    public String concat(String a, String b) {
        return graph.node("Concat", List.of(a, b), integer("axis", 1));
    }

    @Override
    public String globalMean(String x) {
        return graph.node("GlobalAveragePool", List.of(x));
    }

    @Override
    public String maxPool(String x, MaxPool pool) {
        return graph.node(
                "MaxPool",
                List.of(x),
                integers("kernel_shape", pool.kernel(), pool.kernel()),
                integers("strides", pool.stride(), pool.stride()),
                integers("pads", pads(pool.padding())));
    }

    @Override
    public String doubled(String x, Upsampling upsampling) {
        String scales = "doubled";
        if (graph.proto().getInitializerList().stream()
                .noneMatch(constant -> constant.getName().equals(scales))) {
            graph.floats(scales, Tensor.ofFloats(new float[] {1, 1, 2, 2}, 4));
        }
        return switch (upsampling) {
            case NEAREST ->
                graph.node(
                        "Resize",
                        List.of(x, "", scales),
                        text("mode", "nearest"),
                        text("coordinate_transformation_mode", "asymmetric"),
                        text("nearest_mode", "floor"));
            case BILINEAR ->
                graph.node(
                        "Resize",
                        List.of(x, "", scales),
                        text("mode", "linear"),
                        text("coordinate_transformation_mode", "half_pixel"));
        };
    }

    @Override
    public String dropout(String x, double probability) {
        return x;
    }

    @Override
    public String attend(String q, String k, String v) {
        String queries = graph.node("Transpose", List.of(flat(q)), integers("perm", 0, 2, 1));
        String scores = graph.node("MatMul", List.of(queries, flat(k)));
        String shares = graph.node("Softmax", List.of(scores), integer("axis", 2));
        String turned = graph.node("Transpose", List.of(shares), integers("perm", 0, 2, 1));
        String mixed = graph.node("MatMul", List.of(flat(v), turned));
        return graph.node("Reshape", List.of(mixed, graph.node("Shape", List.of(v))));
    }

    private String flat(String x) {
        return graph.node("Reshape", List.of(x, graph.longs(0, 0, -1)));
    }

    @Override
    public String gain(String x, Gain gain) {
        return multiply(x, constant(gain.name()));
    }
}
