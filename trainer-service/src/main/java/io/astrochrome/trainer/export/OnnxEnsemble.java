package io.astrochrome.trainer.export;

import static io.astrochrome.trainer.export.OnnxGraph.integer;
import static io.astrochrome.trainer.export.OnnxGraph.integers;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import io.astrochrome.model.ModelContract;
import io.astrochrome.model.SelfTest;
import io.astrochrome.tensors.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Several exported generators as one file of the same contract: its ab is the mean of theirs. With flips, each sees the
 * picture upright, mirrored, upside down, and both. The output {@value ModelContract#OUTPUT_CONFIDENCE} is
 * {@code exp(-s / 0.1)} with {@code s} the root mean square of their differences from the mean, in normalised ab: 1 where
 * all agree, 0.37 where they are 11 units of CIELAB apart.
 */
public final class OnnxEnsemble {
    /** Spread of normalised ab at which confidence has fallen to 1/e. */
    public static final double SPREAD_SCALE = 0.1;

    private static final int ROWS = 2;
    private static final int COLUMNS = 3;
    /** The axes that each view is flipped along. */
    private static final List<List<Integer>> FLIPS =
            List.of(List.of(), List.of(COLUMNS), List.of(ROWS), List.of(ROWS, COLUMNS));

    private static final List<List<Integer>> UPRIGHT = List.of(List.of());

    private final List<Member> members = new ArrayList<>();
    private final List<Path> files;
    private final List<List<Integer>> views;
    private final int paletteWidth;

    /**
     * An ensemble of those files.
     *
     * @throws IllegalArgumentException where there is but one prediction to take the mean of, a file is not a generator, or
     *     palettes differ in length
     * @throws IOException where a file cannot be read
     */
    public OnnxEnsemble(List<Path> files, boolean flips) throws IOException {
        this.files = List.copyOf(files);
        views = flips ? FLIPS : UPRIGHT;
        if (files.isEmpty() || files.size() * views.size() < 2) {
            throw new IllegalArgumentException("an ensemble has at least two members, or one and flips");
        }
        TreeSet<Integer> widths = new TreeSet<>();
        for (Path file : files) {
            try (InputStream bytes = Files.newInputStream(file)) {
                Member member = new Member(ModelProto.parseFrom(bytes).getGraph());
                members.add(member);
                widths.add(member.paletteWidth());
            }
        }
        widths.remove(0);
        if (widths.size() > 1) {
            throw new IllegalArgumentException("the members' palettes have different lengths: " + widths);
        }
        paletteWidth = widths.isEmpty() ? 0 : widths.first();
    }

    /**
     * Writes the ensemble with a self-test, once it gives the mean of its members' answers.
     *
     * @param metadata goes into the file's {@code metadata_props} as it is
     * @throws ExportRefusedException where the ensemble's answer differs by more than {@link Agreement#TOLERANCE} from the
     *     mean; no file is written then
     */
    public void write(Path onnx, Map<String, String> metadata) throws IOException {
        Probe probe =
                new Probe(1, SelfTest.DEFAULT_SIDE, SelfTest.DEFAULT_SIDE, SelfTest.lightness(SelfTest.DEFAULT_SIDE));
        float[] expected = mean(probe);
        Map<String, String> properties = new LinkedHashMap<>(metadata);
        properties.put(
                ModelContract.KEY_SELF_TEST,
                SelfTest.of(SelfTest.DEFAULT_SIDE, expected).toJson());
        Path unchecked = Files.createTempFile(onnx.toAbsolutePath().getParent(), "unchecked", ".onnx");
        try {
            OnnxModelFile.save(unchecked, OnnxModelFile.model(graph(), properties));
            Agreement.require(unchecked, probe, unguided(paletteWidth), expected);
            Files.move(unchecked, onnx, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unchecked);
        }
    }

    private static float[] unguided(int width) {
        return width == 0 ? null : new float[width];
    }

    private OnnxGraph graph() {
        OnnxGraph graph = new OnnxGraph();
        graph.proto().setName("ensemble").addInput(OnnxModelFile.picture(ModelContract.INPUT_LIGHTNESS, 1));
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put(ModelContract.INPUT_LIGHTNESS, graph.node("Concat", seen(graph), integer("axis", 0)));
        if (paletteWidth > 0) {
            graph.proto().addInput(OnnxModelFile.palette(paletteWidth));
            List<String> repeated =
                    views.stream().map(view -> ModelContract.INPUT_PALETTE).toList();
            inputs.put(ModelContract.INPUT_PALETTE, graph.node("Concat", repeated, integer("axis", 0)));
        }
        List<String> predictions = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            String ab = members.get(i).addTo(graph.proto(), "member" + i + ".", inputs);
            predictions.addAll(upright(graph, ab));
        }
        graph.node("Mean", predictions, ModelContract.OUTPUT_CHROMA);
        addConfidence(graph, predictions);
        graph.proto()
                .addOutput(OnnxModelFile.picture(ModelContract.OUTPUT_CHROMA, 2))
                .addOutput(OnnxModelFile.picture(ModelContract.OUTPUT_CONFIDENCE, 1));
        return graph;
    }

    private List<String> seen(OnnxGraph graph) {
        return views.stream()
                .map(view -> flipped(graph, ModelContract.INPUT_LIGHTNESS, view))
                .toList();
    }

    /** Takes one member's answers to all views apart, and turns each back. */
    private List<String> upright(OnnxGraph graph, String ab) {
        if (views.size() == 1) {
            return List.of(ab);
        }
        List<String> parts = new ArrayList<>();
        NodeProto.Builder split = NodeProto.newBuilder()
                .setOpType("Split")
                .setName(ab + ".split")
                .addInput(ab)
                .addAttribute(integer("axis", 0));
        for (int view = 0; view < views.size(); view++) {
            parts.add(ab + ".view" + view);
        }
        graph.proto().addNode(split.addAllOutput(parts));
        List<String> turned = new ArrayList<>();
        for (int view = 0; view < views.size(); view++) {
            turned.add(flipped(graph, parts.get(view), views.get(view)));
        }
        return turned;
    }

    private static String flipped(OnnxGraph graph, String x, List<Integer> axes) {
        String flipped = x;
        for (int axis : axes) {
            // From the last backwards, past the first.
            flipped = graph.node(
                    "Slice",
                    List.of(flipped, graph.longs(-1), graph.longs(Long.MIN_VALUE), graph.longs(axis), graph.longs(-1)));
        }
        return flipped;
    }

    private static void addConfidence(OnnxGraph graph, List<String> predictions) {
        List<String> squares = new ArrayList<>();
        for (String prediction : predictions) {
            String difference = graph.node("Sub", List.of(prediction, ModelContract.OUTPUT_CHROMA));
            squares.add(graph.node("Mul", List.of(difference, difference)));
        }
        String variance = graph.node(
                "ReduceMean", List.of(graph.node("Mean", squares)), integers("axes", 1), integer("keepdims", 1));
        String scale = graph.floats("spread_scale", Tensor.ofFloats(new float[] {(float) (-1 / SPREAD_SCALE)}));
        String scaled = graph.node("Mul", List.of(graph.node("Sqrt", List.of(variance)), scale));
        graph.node("Exp", List.of(scaled), ModelContract.OUTPUT_CONFIDENCE);
    }

    /** The mean of what the members say one by one. */
    private float[] mean(Probe probe) {
        double[] sum = new double[2 * probe.n() * probe.h() * probe.w()];
        for (int i = 0; i < members.size(); i++) {
            float[] palette = unguided(members.get(i).paletteWidth());
            for (List<Integer> view : views) {
                Probe turned = new Probe(probe.n(), probe.h(), probe.w(), flipped(probe.l(), probe, view));
                float[] ab = flipped(Agreement.run(files.get(i), turned, palette), probe, view);
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += ab[j];
                }
            }
        }
        float[] mean = new float[sum.length];
        for (int j = 0; j < mean.length; j++) {
            mean[j] = (float) (sum[j] / (members.size() * views.size()));
        }
        return mean;
    }

    private static float[] flipped(float[] planes, Probe size, List<Integer> axes) {
        int h = size.h();
        int w = size.w();
        float[] flipped = new float[planes.length];
        for (int i = 0; i < planes.length; i++) {
            int plane = i / (h * w);
            int row = i / w % h;
            int column = i % w;
            int fromRow = axes.contains(ROWS) ? h - 1 - row : row;
            int fromColumn = axes.contains(COLUMNS) ? w - 1 - column : column;
            flipped[i] = planes[(plane * h + fromRow) * w + fromColumn];
        }
        return flipped;
    }
}
