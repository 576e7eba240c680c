package io.astrochrome.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.Tensor;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxGraphTest {
    private static final float[] NUMBERS = {1, -2.5f, 0.1f, 65504, 1e-8f, 0};

    @TempDir
    private Path folder;

    private final OnnxGraph graph = new OnnxGraph();

    private Map<String, Tensor> readBack() throws IOException {
        Path file = folder.resolve("graph.onnx");
        OnnxModelFile.save(file, OnnxModelFile.model(graph, Map.of()));
        return OnnxValues.read(file);
    }

    @Test
    void everyNodeHasANameAndAnOutputOfItsOwn() {
        String first = graph.node("Relu", List.of("x"));
        String second = graph.node("Relu", List.of(first));
        graph.node("Add", List.of(first, second), "sum", OnnxGraph.integer("axis", 1));

        assertThat(graph.proto().getNodeList())
                .extracting(NodeProto::getName)
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(first).isNotEqualTo(second);
        NodeProto add = graph.proto().getNode(2);
        assertThat(add.getInputList()).containsExactly(first, second);
        assertThat(add.getOutputList()).containsExactly("sum");
        assertThat(add.getAttribute(0).getI()).isEqualTo(1);
    }

    @Test
    void theSameListOfIntegersIsKeptOnce() {
        String name = graph.longs(2, -1, Long.MIN_VALUE);

        assertThat(graph.longs(2, -1, Long.MIN_VALUE)).isEqualTo(name);
        assertThat(List.of(graph.longs(2), graph.longs(-2), graph.longs(2, 1), graph.longs(21), graph.longs(2, -1)))
                .doesNotHaveDuplicates()
                .doesNotContain(name);
        assertThat(graph.proto().getInitializerList()).hasSize(6);
        TensorProto constant = graph.proto().getInitializer(0);
        assertThat(constant.getDimsList()).containsExactly(3L);
        var longs = constant.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer();
        assertThat(new long[] {longs.get(), longs.get(), longs.get()}).containsExactly(2, -1, Long.MIN_VALUE);
    }

    @Test
    void floatsComeBackBitByBitInTheirShape() throws IOException {
        graph.floats("w", Tensor.ofFloats(NUMBERS, 2, 3));

        assertThat(readBack().get("w").toFloats()).isEqualTo(NUMBERS);
        assertThat(readBack().get("w").shape()).containsExactly(2, 3);
    }

    @Test
    void halvesComeBackAsWhatTheyWereRoundedToUnderTheirOwnName() throws IOException {
        assertThat(graph.halves("conv.weight", Tensor.ofFloats(NUMBERS, 6, 1))).isEqualTo("conv.weight");

        Map<String, Tensor> values = readBack();
        assertThat(values).containsOnlyKeys("conv.weight");
        assertThat(values.get("conv.weight").toFloats())
                .isEqualTo(HalfFloat.toFloats(HalfFloat.fromFloats(NUMBERS)))
                .isNotEqualTo(NUMBERS);
        assertThat(graph.proto().getInitializer(0).getRawData().size()).isEqualTo(2 * NUMBERS.length);
        assertThat(graph.proto().getNode(0).getOpType()).isEqualTo("Cast");
        assertThat(graph.proto().getNode(0).getOutputList()).containsExactly("conv.weight");
    }

    @Test
    void integersAreNoValuesOfTheNetwork() throws IOException {
        graph.longs(1, 2);
        graph.floats("w", Tensor.ofFloats(new float[] {1}, 1));

        assertThat(readBack()).containsOnlyKeys("w");
    }

    @Test
    void oneMembersValuesHaveTheirOwnNamesAndSeveralMembersDoNot() throws IOException {
        graph.floats("member0.w", Tensor.ofFloats(new float[] {1}, 1));
        graph.halves("member0.conv.weight", Tensor.ofFloats(new float[] {2}, 1));
        graph.floats("spread_scale", Tensor.ofFloats(new float[] {3}, 1));
        assertThat(readBack()).containsOnlyKeys("w", "conv.weight", "spread_scale");

        graph.floats("member1.w", Tensor.ofFloats(new float[] {4}, 1));
        assertThat(readBack()).containsOnlyKeys("member0.w", "member0.conv.weight", "spread_scale", "member1.w");
    }

    @Test
    void aFileThatIsNoOnnxOrIsNotThereIsAnErrorOfReading() throws IOException {
        Path text = Files.writeString(folder.resolve("text.onnx"), "this is no ONNX at all");

        assertThatIOException().isThrownBy(() -> OnnxValues.read(text));
        assertThatIOException().isThrownBy(() -> OnnxValues.read(folder.resolve("absent.onnx")));
    }

    @Test
    void onlyLargeWeightsOfConvolutionsAreRounded() {
        float[] large = new float[256];
        java.util.Arrays.fill(large, 0.1f);
        float half = HalfFloat.toFloat(HalfFloat.fromFloats(new float[] {0.1f})[0]);
        Map<String, Tensor> rounded = OnnxModelFile.rounded(Map.of(
                "a.weight", Tensor.ofFloats(large, 16, 16, 1, 1),
                "b.weight", Tensor.ofFloats(new float[] {0.1f}, 1, 1, 1, 1),
                "c.weight", Tensor.ofFloats(large, 256),
                "d.bias", Tensor.ofFloats(large, 16, 16, 1, 1)));

        assertThat(rounded.get("a.weight").toFloats()).containsOnly(half);
        assertThat(rounded.get("a.weight").shape()).containsExactly(16, 16, 1, 1);
        assertThat(rounded.get("b.weight").toFloats()).as("small").containsOnly(0.1f);
        assertThat(rounded.get("c.weight").toFloats()).as("a normalisation's").containsOnly(0.1f);
        assertThat(rounded.get("d.bias").toFloats()).containsOnly(0.1f);
    }
}
