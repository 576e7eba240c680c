package io.astrochrome.trainer.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.astrochrome.model.ModelContract;
import java.util.HashMap;
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

    /** Adds its constants to a graph, their names behind a prefix. */
    void addConstantsTo(GraphProto.Builder ensemble, String prefix) {
        graph.getInitializerList()
                .forEach(
                        constant -> ensemble.addInitializer(constant.toBuilder().setName(prefix + constant.getName())));
    }

    /**
     * Adds its nodes to a graph under names of their own.
     *
     * @param constants prefix of its constants' names there
     * @param prefix of all its other names
     * @param inputs what its inputs are in that graph
     * @return the name of its output there
     */
    String addTo(GraphProto.Builder ensemble, String constants, String prefix, Map<String, String> inputs) {
        Map<String, String> known = new HashMap<>(inputs);
        graph.getInitializerList().forEach(constant -> known.put(constant.getName(), constants + constant.getName()));
        for (NodeProto node : graph.getNodeList()) {
            NodeProto.Builder renamed =
                    node.toBuilder().clearInput().clearOutput().setName(prefix + node.getName());
            node.getInputList().forEach(name -> renamed.addInput(renamed(name, prefix, known)));
            node.getOutputList().forEach(name -> renamed.addOutput(prefix + name));
            ensemble.addNode(renamed);
        }
        return prefix + ModelContract.OUTPUT_CHROMA;
    }

    private static String renamed(String name, String prefix, Map<String, String> known) {
        // An empty name is an optional input that is left out.
        return name.isEmpty() ? name : known.getOrDefault(name, prefix + name);
    }
}
