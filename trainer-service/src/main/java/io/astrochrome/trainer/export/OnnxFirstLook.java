package io.astrochrome.trainer.export;

import static io.astrochrome.trainer.export.OnnxGraph.integer;

import io.astrochrome.model.ModelContract;
import io.astrochrome.tensors.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The likeliest look in a model's graph: it makes up for as much of a palette as is not given, so that a frame with no
 * palette gets it whole. The counterpart of what a learner does.
 *
 * @param palette name of the palettes with what they lack, {@code [N, K]}
 * @param factor name of what chroma is multiplied by, {@code [N, 1, 1, 1]}
 */
record OnnxFirstLook(String palette, String factor) {
    static OnnxFirstLook of(OnnxGraph graph, Map<String, Tensor> values, String told, int width) {
        String likeliest = graph.node("ArgMax", List.of(told), integer("axis", 1), integer("keepdims", 0));
        String look = picked(graph, values, OnnxModelFile.LOOK_PALETTES, likeliest);
        String vividness = picked(graph, values, OnnxModelFile.LOOK_VIVIDNESS, likeliest);
        // The layout's last value says how far a palette is given.
        String given =
                graph.node("Gather", List.of(ModelContract.INPUT_PALETTE, graph.longs(width - 1)), integer("axis", 1));
        String one = graph.floats("one", Tensor.ofFloats(new float[] {1}, 1));
        String missing = graph.node("Sub", List.of(one, given));
        String palette =
                graph.node("Add", List.of(ModelContract.INPUT_PALETTE, graph.node("Mul", List.of(missing, look))));
        String more = graph.node("Mul", List.of(missing, graph.node("Sub", List.of(vividness, one))));
        String factor = graph.node("Add", List.of(one, more));
        return new OnnxFirstLook(palette, graph.node("Unsqueeze", List.of(factor, graph.longs(2, 3))));
    }

    private static String picked(OnnxGraph graph, Map<String, Tensor> values, String table, String places) {
        Tensor rows = Objects.requireNonNull(values.get(table), table);
        return graph.node("Gather", List.of(graph.floats(table, rows), places), integer("axis", 0));
    }

    /** The chroma of that name, multiplied, to the most that there is. */
    String enlivened(OnnxGraph graph, String ab) {
        String least = graph.floats("least", Tensor.ofFloats(new float[] {-1}));
        String most = graph.floats("most", Tensor.ofFloats(new float[] {1}));
        return graph.node("Clip", List.of(graph.node("Mul", List.of(ab, factor)), least, most));
    }
}
