package io.astrochrome.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * A model's inputs and outputs, checked against {@link ModelContract}.
 *
 * @param paletteSize values of a palette, 0 where the model takes none
 * @param looks whose likelihoods it tells, 0 where it tells none
 */
record Signature(int paletteSize, boolean givesConfidence, int looks) {
    private static final Set<String> INPUTS = Set.of(ModelContract.INPUT_LIGHTNESS, ModelContract.INPUT_PALETTE);
    private static final long DYNAMIC = -1;
    private static final int MOST_LOOKS = 100;

    static Signature of(OrtSession session) throws OrtException, ModelRejectedException {
        Map<String, NodeInfo> inputs = session.getInputInfo();
        for (String name : inputs.keySet()) {
            if (!INPUTS.contains(name)) {
                throw rejected("it wants an input '" + name + "' that the contract does not know");
            }
        }
        long[] lightness = floats("input", ModelContract.INPUT_LIGHTNESS, inputs);
        require(
                isPlanes(lightness, 1, false),
                "input 'l' must be float [N,1,H,W] with dynamic N, H and W, not " + Arrays.toString(lightness));
        Map<String, NodeInfo> outputs = session.getOutputInfo();
        long[] chroma = floats("output", ModelContract.OUTPUT_CHROMA, outputs);
        require(isPlanes(chroma, 2, true), "output 'ab' must be float [N,2,H,W], not " + Arrays.toString(chroma));
        boolean givesConfidence = outputs.containsKey(ModelContract.OUTPUT_CONFIDENCE);
        if (givesConfidence) {
            long[] confidence = floats("output", ModelContract.OUTPUT_CONFIDENCE, outputs);
            require(
                    isPlanes(confidence, 1, true),
                    "output 'confidence' must be float [N,1,H,W], not " + Arrays.toString(confidence));
        }
        return new Signature(paletteSize(inputs), givesConfidence, looks(outputs));
    }

    private static int looks(Map<String, NodeInfo> outputs) throws ModelRejectedException {
        if (!outputs.containsKey(ModelContract.OUTPUT_LOOKS)) {
            return 0;
        }
        long[] looks = floats("output", ModelContract.OUTPUT_LOOKS, outputs);
        require(
                looks.length == 2 && looks[0] == DYNAMIC && looks[1] > 0 && looks[1] <= MOST_LOOKS,
                "output 'looks' must be float [N,n] with dynamic N and fixed n, not " + Arrays.toString(looks));
        return (int) looks[1];
    }

    private static int paletteSize(Map<String, NodeInfo> inputs) throws ModelRejectedException {
        if (!inputs.containsKey(ModelContract.INPUT_PALETTE)) {
            return 0;
        }
        long[] palette = floats("input", ModelContract.INPUT_PALETTE, inputs);
        require(
                palette.length == 2 && palette[0] == DYNAMIC && palette[1] > 0 && palette[1] <= 65_536,
                "input 'palette' must be float [N,K] with dynamic N and fixed K, not " + Arrays.toString(palette));
        return (int) palette[1];
    }

    /** Outputs may leave their channels to be found at run time: graph exporters often do. */
    private static boolean isPlanes(long[] shape, int channels, boolean output) {
        return shape.length == 4
                && shape[0] == DYNAMIC
                && (shape[1] == channels || (output && shape[1] == DYNAMIC))
                && shape[2] == DYNAMIC
                && shape[3] == DYNAMIC;
    }

    private static long[] floats(String kind, String name, Map<String, NodeInfo> nodes) throws ModelRejectedException {
        NodeInfo node = nodes.get(name);
        if (node == null) {
            throw rejected("it has no " + kind + " '" + name + "', only " + nodes.keySet());
        }
        if (node.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT) {
            return tensor.getShape();
        }
        throw rejected(kind + " '" + name + "' must be a tensor of float, not " + node.getInfo());
    }

    private static void require(boolean holds, String otherwise) throws ModelRejectedException {
        if (!holds) {
            throw rejected(otherwise);
        }
    }

    private static ModelRejectedException rejected(String message) {
        return new ModelRejectedException(ModelRejectedException.Rule.SIGNATURE, message);
    }
}
