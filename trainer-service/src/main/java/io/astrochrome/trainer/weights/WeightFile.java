package io.astrochrome.trainer.weights;

import io.astrochrome.tensors.Safetensors;
import io.astrochrome.tensors.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A file of named tensors: safetensors, or PyTorch's zip of a pickle.
 *
 * @param metadata what the file says of itself; empty for PyTorch's
 * @param tensors by the file's own names
 */
public record WeightFile(Map<String, String> metadata, Map<String, Tensor> tensors) {
    /**
     * Reads a file; {@code .pth} and {@code .pt} are PyTorch's, all others safetensors.
     *
     * @throws WeightsMismatchException where it cannot be read as such; the message names file and reason
     */
    public static WeightFile read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (name.endsWith(".pth") || name.endsWith(".pt")) {
                return new WeightFile(Map.of(), TorchPickle.read(file));
            }
            Safetensors tensors = Safetensors.read(file);
            return new WeightFile(tensors.metadata(), tensors.tensors());
        } catch (IOException e) {
            throw new WeightsMismatchException("the weight file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
