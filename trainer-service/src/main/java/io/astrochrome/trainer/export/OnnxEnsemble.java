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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Several exported generators as one file of the same contract: its ab is the mean of theirs. Each member
 * sees the picture in all the {@linkplain Views views}. The output {@value ModelContract#OUTPUT_CONFIDENCE} is
 * {@code exp(-s / 0.1)} with {@code s} the root mean square of their differences from the mean, in normalised ab: 1 where
 * all agree, 0.37 where they are 11 units of CIELAB apart.
 */
public final class OnnxEnsemble {
    /** Spread of normalised ab at which confidence has fallen to 1/e. */
    public static final double SPREAD_SCALE = 0.1;

    private final List<Member> members = new ArrayList<>();
    private final List<Path> files;
    private final Views views;
    private final int paletteWidth;

    /**
     * An ensemble of those files.
     *
     * @throws IllegalArgumentException where there is but one prediction to take the mean of, a file is not a generator, or
     *     palettes differ in length
     * @throws IOException where a file cannot be read
     */
    public OnnxEnsemble(List<Path> files, Views views) throws IOException {
        this.files = List.copyOf(files);
        this.views = views;
        if (files.isEmpty() || files.size() * views.count() < 2) {
            throw new IllegalArgumentException("an ensemble has at least two members, or one and several views");
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
        Path unchecked = onnx.resolveSibling(onnx.getFileName() + ".unchecked");
        try {
            OnnxModelFile.save(unchecked, OnnxModelFile.model(graph(), properties));
            Agreement.require(unchecked, probe, unguided(paletteWidth), expected);
            Files.move(unchecked, onnx, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unchecked);
        }
    }

    private static float @Nullable [] unguided(int width) {
        return width == 0 ? null : new float[width];
    }

    private OnnxGraph graph() {
        OnnxGraph graph = new OnnxGraph();
        graph.proto().setName("ensemble").addInput(OnnxModelFile.picture(ModelContract.INPUT_LIGHTNESS, 1));
        Map<String, String> inputs = new LinkedHashMap<>();
        if (paletteWidth > 0) {
            graph.proto().addInput(OnnxModelFile.palette(paletteWidth));
            List<String> repeated = Collections.nCopies(views.flips().size(), ModelContract.INPUT_PALETTE);
            inputs.put(ModelContract.INPUT_PALETTE, graph.node("Concat", repeated, integer("axis", 0)));
        }
        List<String> lightness = new ArrayList<>(List.of(ModelContract.INPUT_LIGHTNESS));
        if (views.transposed()) {
            lightness.add(transposed(graph, ModelContract.INPUT_LIGHTNESS));
        }
        for (int i = 0; i < members.size(); i++) {
            members.get(i).addConstantsTo(graph.proto(), constants(i));
        }
        List<String> predictions = new ArrayList<>();
        for (int turn = 0; turn < lightness.size(); turn++) {
            inputs.put(ModelContract.INPUT_LIGHTNESS, seen(graph, lightness.get(turn)));
            for (int i = 0; i < members.size(); i++) {
                String ab =
                        members.get(i).addTo(graph.proto(), constants(i), "member" + i + ".turn" + turn + ".", inputs);
                for (String upright : upright(graph, ab)) {
                    predictions.add(turn == 0 ? upright : transposed(graph, upright));
                }
            }
        }
        graph.node("Mean", predictions, ModelContract.OUTPUT_CHROMA);
        addConfidence(graph, predictions);
        graph.proto()
                .addOutput(OnnxModelFile.picture(ModelContract.OUTPUT_CHROMA, 2))
                .addOutput(OnnxModelFile.picture(ModelContract.OUTPUT_CONFIDENCE, 1));
        return graph;
    }

    /** What the names of a member's constants begin with. */
    static String constants(int member) {
        return "member" + member + ".";
    }

    private static String transposed(OnnxGraph graph, String x) {
        return graph.node("Transpose", List.of(x), integers("perm", 0, 1, 3, 2));
    }

    private String seen(OnnxGraph graph, String lightness) {
        List<String> flipped = views.flips().stream()
                .map(axes -> flipped(graph, lightness, axes))
                .toList();
        return graph.node("Concat", flipped, integer("axis", 0));
    }

    /** Takes one member's answers to all flips apart, and turns each back. */
    private List<String> upright(OnnxGraph graph, String ab) {
        List<List<Axis>> flips = views.flips();
        if (flips.size() == 1) {
            return List.of(ab);
        }
        List<String> parts = new ArrayList<>();
        NodeProto.Builder split = NodeProto.newBuilder()
                .setOpType("Split")
                .setName(ab + ".split")
                .addInput(ab)
                .addAttribute(integer("axis", 0));
        for (int view = 0; view < flips.size(); view++) {
            parts.add(ab + ".view" + view);
        }
        graph.proto().addNode(split.addAllOutput(parts));
        List<String> turned = new ArrayList<>();
        for (int view = 0; view < flips.size(); view++) {
            turned.add(flipped(graph, parts.get(view), flips.get(view)));
        }
        return turned;
    }

    private static String flipped(OnnxGraph graph, String x, List<Axis> axes) {
        String flipped = x;
        for (Axis axis : axes) {
            // From the last backwards, past the first.
            flipped = graph.node(
                    "Slice",
                    List.of(
                            flipped,
                            graph.longs(-1),
                            graph.longs(Long.MIN_VALUE),
                            graph.longs(axis.index()),
                            graph.longs(-1)));
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
            Path file = files.get(i);
            float[] palette = unguided(members.get(i).paletteWidth());
            float[] ab = views.mean(probe, seen -> Agreement.run(file, seen, palette));
            for (int j = 0; j < sum.length; j++) {
                sum[j] += ab[j] / members.size();
            }
        }
        float[] mean = new float[sum.length];
        for (int j = 0; j < mean.length; j++) {
            mean[j] = (float) sum[j];
        }
        return mean;
    }
}
