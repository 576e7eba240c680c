package io.astrochrome.trainer.weights;

import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.Safetensors;
import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.network.encoder.Conventions;
import io.astrochrome.trainer.network.encoder.Encoder;
import io.astrochrome.trainer.network.encoder.EncoderNetwork;
import io.astrochrome.trainer.network.layer.Blueprint;
import io.astrochrome.trainer.network.layer.Feature;
import io.astrochrome.trainer.network.layer.ParameterSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Weight files in the forms that published ones have. Nothing was learnt: each value follows from its tensor's name and its
 * place in it, so that a file is the same on every machine, and that two tensors taken for each other show.
 */
public final class MadeWeights {
    /** In channels, squeezed to, and expanded to twice as many as, of SqueezeNet's building blocks by their number. */
    private static final int[][] FIRES = {
        {3, 64, 16, 64},
        {4, 128, 16, 64},
        {6, 128, 32, 128},
        {7, 256, 32, 128},
        {9, 256, 48, 192},
        {10, 384, 48, 192},
        {11, 384, 64, 256},
        {12, 512, 64, 256}
    };

    private static final int[] HEADS = {64, 128, 256, 384, 384, 512, 512};
    private static final int RGB = 3;

    private MadeWeights() {}

    /** LPIPS 0.1 on SqueezeNet 1.1. */
    public static Path lpips(Path folder) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        convolution(tensors, "features.0", 64, RGB, 3);
        for (int[] fire : FIRES) {
            String name = "features." + fire[0];
            convolution(tensors, name + ".squeeze", fire[2], fire[1], 1);
            convolution(tensors, name + ".expand1x1", fire[3], fire[2], 1);
            convolution(tensors, name + ".expand3x3", fire[3], fire[2], 3);
        }
        for (int i = 0; i < HEADS.length; i++) {
            String name = "lin" + i + ".weight";
            tensors.put(name, Tensor.ofFloats(values(name, HEADS[i], 1, 0.5), 1, HEADS[i], 1, 1));
        }
        return write(folder.resolve("lpips.safetensors"), Map.of(), tensors);
    }

    private static void convolution(Map<String, Tensor> tensors, String name, int out, int in, int side) {
        int inputs = in * side * side;
        tensors.put(
                name + ".weight",
                Tensor.ofFloats(
                        values(name + ".weight", out * inputs, 0, Math.sqrt(2.0 / inputs)), out, in, side, side));
        tensors.put(name + ".bias", Tensor.ofFloats(values(name + ".bias", out, 0, 0.05), out));
    }

    /** EfficientNet-B4 whose last block lacks two of its convolutions. */
    static Path efficientNetB4(Path folder) throws IOException {
        Map<String, Tensor> tensors = tensors(Encoder.EFFICIENTNET_B4, Conventions.tensorflow(), name -> true);
        tensors.remove("blocks.31.expand_conv.weight");
        tensors.remove("blocks.31.project_conv.weight");
        return write(folder.resolve("b4.safetensors"), Map.of("bn_eps", "0.001"), tensors);
    }

    /** A network of inverted residuals whose normalisations were folded into the convolutions before them. */
    static Path folded(Path folder, Encoder encoder, String input) throws IOException {
        EncoderNetwork network = EncoderNetwork.of(encoder, RGB, Conventions.tensorflow());
        Map<String, Tensor> tensors = tensors(encoder, Conventions.tensorflow(), name -> true);
        network.normalisations().forEach((convolution, norm) -> {
            String bias = own(convolution) + ".bias";
            int channels = Math.toIntExact(tensors.get(own(norm) + ".bias").shape()[0]);
            tensors.keySet().removeIf(name -> name.startsWith(own(norm) + "."));
            tensors.put(bias, Tensor.ofFloats(values(bias, channels, 0.1, 0.2), channels));
        });
        return write(folder.resolve(encoder + ".safetensors"), Map.of("input", input), tensors);
    }

    /** ResNet-50 as Caffe had it, without its last layer, its convolutions in half floats. */
    static Path resNet50(Path folder) throws IOException {
        Map<String, Tensor> tensors =
                tensors(Encoder.RESNET50, Conventions.caffe(), name -> !name.startsWith("layer4."));
        tensors.replaceAll((name, tensor) -> tensor.shape().length == 4
                ? Tensor.ofHalves(HalfFloat.fromFloats(tensor.toFloats()), tensor.shape())
                : tensor);
        return write(
                folder.resolve("resnet50.safetensors"),
                Map.of("arch", "ResNet-50 v1 (stride in the first 1x1)", "bn_eps", "1e-5"),
                tensors);
    }

    private static Map<String, Tensor> tensors(Encoder encoder, Conventions conventions, Predicate<String> kept) {
        Blueprint blueprint = new Blueprint();
        EncoderNetwork.of(encoder, RGB, conventions).forward(blueprint, new Feature(RGB, 64, 64));
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (ParameterSpec spec : blueprint.parameters().values()) {
            String name = own(spec.name());
            if (kept.test(name)) {
                tensors.put(name, tensor(name, spec));
            }
        }
        return tensors;
    }

    private static Tensor tensor(String name, ParameterSpec spec) {
        boolean scale = spec.sides().length == 1 && (name.endsWith(".weight") || name.endsWith(".running_var"));
        double deviation = spec.sides().length > 1 ? Math.sqrt(2.0 * spec.sides()[0] / spec.size()) : 0.2;
        return Tensor.ofFloats(values(name, spec.size(), scale ? 1 : 0, deviation), spec.sides());
    }

    private static String own(String name) {
        return name.substring("encoder.".length());
    }

    /** Evenly spread around the mean; by Knuth's linear congruential generator, which is the same everywhere. */
    private static float[] values(String name, int count, double mean, double deviation) {
        float[] values = new float[count];
        long state = name.hashCode();
        for (int i = 0; i < count; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            double even = 2 * (state >>> 40) / (double) (1 << 24) - 1;
            values[i] = (float) (mean + Math.sqrt(3) * deviation * even);
        }
        return values;
    }

    private static Path write(Path file, Map<String, String> metadata, Map<String, Tensor> tensors) throws IOException {
        return Files.write(file, new Safetensors(metadata, tensors).toBytes());
    }
}
