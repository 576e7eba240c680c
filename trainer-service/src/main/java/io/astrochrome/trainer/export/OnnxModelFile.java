package io.astrochrome.trainer.export;

import static io.astrochrome.trainer.export.OnnxGraph.integer;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.astrochrome.model.ModelContract;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.network.Critic;
import io.astrochrome.trainer.network.Generator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Generators as ONNX files of the model contract: opset 17, IR 8, dynamic pictures, rows and columns. */
public final class OnnxModelFile {
    /** The critic's input. */
    public static final String CRITIC_INPUT = "lab";

    /** The critic's output. */
    public static final String CRITIC_OUTPUT = "scores";

    /** Name of the looks' palettes among a generator's values, {@code [looks, K]}. */
    public static final String LOOK_PALETTES = "looks.palettes";

    /** Name of what the looks' chroma is multiplied by, {@code [looks, 1]}. */
    public static final String LOOK_VIVIDNESS = "looks.vividness";

    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;
    private static final String PRODUCER = "astrochrome";

    private OnnxModelFile() {}

    /** Writes a generator with those values; nothing is checked. */
    public static void write(
            Path file, Generator generator, Map<String, Tensor> values, boolean halves, Map<String, String> metadata)
            throws IOException {
        save(file, model(graph(generator, values, halves), metadata));
    }

    /** Prefix of a decoder's outputs: the feature maps that looks read, the deepest first. */
    public static final String DECODER_MAP = "map";

    /** A decoder's output that pictures are judged by when looks are ranked, float [N,C]. */
    public static final String DECODER_SEEN = "seen";

    /**
     * Writes what a generator makes of pictures where nothing is asked for, to learn looks from: the model contract's input
     * of lightness, an output {@value #DECODER_MAP} and a number for each of the decoder's feature maps, and
     * {@value #DECODER_SEEN}.
     */
    public static void writeDecoder(Path file, Generator generator, Map<String, Tensor> values) throws IOException {
        OnnxGraph graph = new OnnxGraph();
        graph.proto().setName("decoder").addInput(picture(ModelContract.INPUT_LIGHTNESS, 1));
        OnnxOps ops = new OnnxOps(graph, values, false);
        List<String> features = generator.encoder().forward(ops, ModelContract.INPUT_LIGHTNESS);
        List<String> maps =
                generator.decoded(ops, features, ModelContract.INPUT_LIGHTNESS).maps();
        for (int i = 0; i < maps.size(); i++) {
            graph.node("Identity", List.of(maps.get(i)), DECODER_MAP + i);
            int channels = generator.mapChannels().get(i);
            graph.proto().addOutput(value(DECODER_MAP + i, side("N"), side(channels), side("h" + i), side("w" + i)));
        }
        graph.node("Flatten", List.of(generator.seen(ops, features)), DECODER_SEEN, integer("axis", 1));
        graph.proto().addOutput(value(DECODER_SEEN, side("N"), side(generator.deepestChannels())));
        save(file, model(graph, Map.of()));
    }

    /**
     * Writes a critic, for looking at what it thinks: input {@value #CRITIC_INPUT} float [N,3,H,W] of L, a, b in [-1, 1],
     * output {@value #CRITIC_OUTPUT} float [N,1,h,w].
     */
    public static void write(Path file, Critic critic, Map<String, Tensor> values, Map<String, String> metadata)
            throws IOException {
        OnnxGraph graph = new OnnxGraph();
        graph.proto().setName("critic").addInput(picture(CRITIC_INPUT, 3));
        String scores = critic.forward(new OnnxOps(graph, values, false), CRITIC_INPUT);
        graph.node("Identity", List.of(scores), CRITIC_OUTPUT);
        graph.proto().addOutput(value(CRITIC_OUTPUT, side("N"), side(1), side("h"), side("w")));
        save(file, model(graph, metadata));
    }

    private static OnnxGraph graph(Generator generator, Map<String, Tensor> values, boolean halves) {
        OnnxGraph graph = new OnnxGraph();
        graph.proto().setName("generator").addInput(picture(ModelContract.INPUT_LIGHTNESS, 1));
        int width = generator.settings().paletteWidth();
        if (width > 0) {
            graph.proto().addInput(palette(width));
        }
        OnnxOps ops = new OnnxOps(graph, values, halves);
        List<String> features = generator.encoder().forward(ops, ModelContract.INPUT_LIGHTNESS);
        int looks = generator.settings().looks();
        String told = looks == 0
                ? null
                : graph.node("Flatten", List.of(generator.likelihoods(ops, features)), integer("axis", 1));
        OnnxFirstLook first = told == null ? null : OnnxFirstLook.of(graph, values, told, width);
        String hint = null;
        if (width > 0) {
            String palette = first == null ? ModelContract.INPUT_PALETTE : first.palette();
            hint = graph.node("Unsqueeze", List.of(palette, graph.longs(2, 3)));
        }
        String ab = generator.colours(ops, features, ModelContract.INPUT_LIGHTNESS, hint);
        String chroma = first == null ? ab : first.enlivened(graph, ab);
        graph.node("Identity", List.of(chroma), ModelContract.OUTPUT_CHROMA);
        graph.proto().addOutput(picture(ModelContract.OUTPUT_CHROMA, 2));
        if (told != null) {
            graph.node("Softmax", List.of(told), ModelContract.OUTPUT_LOOKS, integer("axis", 1));
            graph.proto().addOutput(value(ModelContract.OUTPUT_LOOKS, side("N"), side(looks)));
        }
        return graph;
    }

    /** The model of a graph, with its metadata in the keys' order. */
    static ModelProto model(OnnxGraph graph, Map<String, String> metadata) {
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName(PRODUCER)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .setGraph(graph.proto());
        new TreeMap<>(metadata)
                .forEach((key, value) -> model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build();
    }

    static void save(Path file, ModelProto model) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            model.writeTo(out);
        }
    }

    /** The values as a model with fp16 weights has them. */
    public static Map<String, Tensor> rounded(Map<String, Tensor> values) {
        Map<String, Tensor> rounded = new LinkedHashMap<>();
        values.forEach((name, tensor) -> {
            float[] numbers = tensor.toFloats();
            boolean half = tensor.shape().length == 4 && OnnxOps.halved(name, numbers.length);
            float[] kept = half ? HalfFloat.toFloats(HalfFloat.fromFloats(numbers)) : numbers;
            rounded.put(name, Tensor.ofFloats(kept, tensor.shape()));
        });
        return rounded;
    }

    /** A picture of that many planes, {@code [N, planes, H, W]}. */
    static ValueInfoProto picture(String name, int planes) {
        return value(name, side("N"), side(planes), side("H"), side("W"));
    }

    static ValueInfoProto palette(int width) {
        return value(ModelContract.INPUT_PALETTE, side("N"), side(width));
    }

    private static TensorShapeProto.Dimension side(String name) {
        return TensorShapeProto.Dimension.newBuilder().setDimParam(name).build();
    }

    private static TensorShapeProto.Dimension side(long length) {
        return TensorShapeProto.Dimension.newBuilder().setDimValue(length).build();
    }

    private static ValueInfoProto value(String name, TensorShapeProto.Dimension... sides) {
        TensorShapeProto shape =
                TensorShapeProto.newBuilder().addAllDim(List.of(sides)).build();
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .setShape(shape)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
