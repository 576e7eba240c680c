package io.astrochrome.trainer.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.astrochrome.model.ModelContract;
import java.util.Map;

/** One exported generator on its way into an ensemble's graph. */
record Member(GraphProto graph) {
    /**
     * @throws IllegalArgumentException where the graph is not a single generator of the contract
     */
    Member {
        if (graph.getOutputCount() != 1 || !graph.getOutput(0).getName().equals(ModelContract.OUTPUT_CHROMA)) {
            throw new IllegalArgumentException("a member of an ensemble has the one output "
                    + ModelContract.OUTPUT_CHROMA + ", and is no ensemble itself");
        }
    }

    /** Length of its palette input, 0 where it has none. */
    int paletteWidth() {
        for (ValueInfoProto input : graph.getInputList()) {
            if (input.getName().equals(ModelContract.INPUT_PALETTE)) {
                TensorShapeProto shape = input.getType().getTensorType().getShape();
                return (int) shape.getDim(1).getDimValue();
            }
        }
        return 0;
    }

    /**
     * Adds its nodes and constants to a graph under names of their own.
     *
     * @param prefix of all its names
     * @param inputs what its inputs are in that graph
     * @return the name of its output there
     */
    String addTo(GraphProto.Builder ensemble, String prefix, Map<String, String> inputs) {
        graph.getInitializerList()
                .forEach(
                        constant -> ensemble.addInitializer(constant.toBuilder().setName(prefix + constant.getName())));
        for (NodeProto node : graph.getNodeList()) {
            NodeProto.Builder renamed =
                    node.toBuilder().clearInput().clearOutput().setName(prefix + node.getName());
            node.getInputList().forEach(name -> renamed.addInput(renamed(name, prefix, inputs)));
            node.getOutputList().forEach(name -> renamed.addOutput(prefix + name));
            ensemble.addNode(renamed);
        }
        return prefix + ModelContract.OUTPUT_CHROMA;
    }

    private static String renamed(String name, String prefix, Map<String, String> inputs) {
        // An empty name is an optional input that is left out.
        return name.isEmpty() ? name : inputs.getOrDefault(name, prefix + name);
    }
}
