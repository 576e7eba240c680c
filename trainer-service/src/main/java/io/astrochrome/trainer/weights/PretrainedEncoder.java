package io.astrochrome.trainer.weights;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.network.encoder.Conventions;
import io.astrochrome.trainer.network.encoder.Encoder;
import io.astrochrome.trainer.network.encoder.EncoderNetwork;
import io.astrochrome.trainer.network.layer.Blueprint;
import io.astrochrome.trainer.network.layer.Feature;
import io.astrochrome.trainer.network.layer.ParameterSpec;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An encoder's pre-trained values under this project's names, for RGB pictures as the source wants them.
 *
 * @param conventions what the network must be built with for the values to mean what they meant
 * @param scaling how the source wants its pictures
 * @param values by name; where the source has folded its normalisations away, they are ones that change nothing
 * @param folded whether the source had folded its normalisations: their statistics are to be set from real pictures before
 *     training goes on
 * @param random names that the file leaves out and that start random
 */
public record PretrainedEncoder(
        Conventions conventions,
        InputScaling scaling,
        Map<String, Tensor> values,
        boolean folded,
        List<String> random) {
    private static final int RGB = 3;
    private static final Pattern BLOCK = Pattern.compile("encoder\\.blocks\\.(\\d+)\\..*");
    private static final String LAST_LAYER = "encoder.layer4.";

    /**
     * Reads the values of one encoder.
     *
     * @throws WeightsMismatchException where the file is unreadable, lacks a value, or has one of another shape; whole
     *     blocks at an EfficientNet's end and a ResNet's whole last layer may be missing
     */
    public static PretrainedEncoder read(Path file, Encoder encoder) {
        WeightFile weights = WeightFile.read(file);
        EncoderNames names = new EncoderNames(weights.tensors().keySet());
        Conventions conventions = conventions(weights, names, encoder, String.valueOf(file.getFileName()));
        InputScaling scaling = InputScaling.parse(weights.metadata().getOrDefault("input", ""));
        Map<String, Tensor> values = new LinkedHashMap<>();
        weights.tensors().forEach((name, tensor) -> names.own(name).ifPresent(own -> values.put(own, tensor)));
        EncoderNetwork whole = EncoderNetwork.of(encoder, RGB, conventions);
        boolean folded = unfold(values, whole, conventions.epsilon());
        TreeSet<String> missing = new TreeSet<>(parameters(whole).keySet());
        missing.removeAll(values.keySet());
        if (missing.stream().allMatch(name -> name.startsWith(LAST_LAYER))
                && values.keySet().stream().noneMatch(name -> name.startsWith(LAST_LAYER))) {
            Map<String, Tensor> fitting = fitted(file, encoder, conventions, values, List.copyOf(missing));
            return new PretrainedEncoder(conventions, scaling, fitting, folded, List.copyOf(missing));
        }
        Conventions shorter = conventions.withoutLastBlocks(blocksLeftOut(missing, whole));
        Map<String, Tensor> fitting = fitted(file, encoder, shorter, values, List.of());
        return new PretrainedEncoder(shorter, scaling, fitting, folded, List.of());
    }

    private static Map<String, Tensor> fitted(
            Path file, Encoder encoder, Conventions conventions, Map<String, Tensor> values, List<String> random) {
        Map<String, ParameterSpec> wanted = parameters(encoder, conventions, file);
        Map<String, Tensor> fitting = new LinkedHashMap<>();
        wanted.forEach((name, spec) -> {
            Tensor tensor = values.get(name);
            if (tensor == null && !random.contains(name)) {
                throw new WeightsMismatchException(
                        file + " does not fit " + encoder + ": it has no values for " + name);
            }
            if (tensor != null) {
                requireShape(file, encoder, spec, tensor);
                fitting.put(name, tensor);
            }
        });
        return fitting;
    }

    private static Map<String, ParameterSpec> parameters(Encoder encoder, Conventions conventions, Path file) {
        try {
            return parameters(EncoderNetwork.of(encoder, RGB, conventions));
        } catch (IllegalArgumentException e) {
            throw new WeightsMismatchException(file + " does not fit " + encoder + ": " + e.getMessage(), e);
        }
    }

    private static void requireShape(Path file, Encoder encoder, ParameterSpec spec, Tensor tensor) {
        if (!Arrays.equals(spec.sides(), tensor.shape())) {
            throw new WeightsMismatchException(file + " does not fit " + encoder + ": " + spec.name() + " has shape "
                    + Arrays.toString(tensor.shape()) + " where " + spec.shape() + " is needed");
        }
    }

    private static Map<String, ParameterSpec> parameters(EncoderNetwork network) {
        Blueprint blueprint = new Blueprint();
        network.forward(blueprint, new Feature(RGB, Blueprint.USUAL_SIDE, Blueprint.USUAL_SIDE));
        return blueprint.parameters();
    }

    private static int blocksLeftOut(TreeSet<String> missing, EncoderNetwork whole) {
        int blocks = blocks(parameters(whole).keySet());
        int first = blocks;
        for (String name : missing) {
            Matcher block = BLOCK.matcher(name);
            if (block.matches()) {
                first = Math.min(first, Integer.parseInt(block.group(1)));
            }
        }
        return blocks - first;
    }

    private static int blocks(Iterable<String> names) {
        int blocks = 0;
        for (String name : names) {
            Matcher block = BLOCK.matcher(name);
            if (block.matches()) {
                blocks = Math.max(blocks, Integer.parseInt(block.group(1)) + 1);
            }
        }
        return blocks;
    }

    /** Where a convolution has a bias in the file instead of the normalisation that the network has after it. */
    private static boolean unfold(Map<String, Tensor> values, EncoderNetwork network, double epsilon) {
        boolean folded = false;
        for (Map.Entry<String, String> pair : network.normalisations().entrySet()) {
            Tensor bias = values.get(pair.getKey() + ".bias");
            String norm = pair.getValue();
            if (bias == null || values.containsKey(norm + ".weight")) {
                continue;
            }
            folded = true;
            values.remove(pair.getKey() + ".bias");
            int channels = Math.toIntExact(bias.shape()[0]);
            values.put(norm + ".weight", constant(channels, 1));
            values.put(norm + ".bias", bias);
            values.put(norm + ".running_mean", constant(channels, 0));
            values.put(norm + ".running_var", constant(channels, 1 - epsilon));
        }
        return folded;
    }

    private static Tensor constant(int channels, double value) {
        float[] values = new float[channels];
        Arrays.fill(values, (float) value);
        return Tensor.ofFloats(values, channels);
    }

    private static Conventions conventions(WeightFile weights, EncoderNames names, Encoder encoder, String fileName) {
        String architecture = weights.metadata().getOrDefault("arch", "");
        Conventions conventions =
                switch (names.source()) {
                    case OWN -> Conventions.tensorflow();
                    // timm keeps TensorFlow's padding in the networks whose names start with tf_.
                    case TIMM -> fileName.startsWith("tf_") ? Conventions.tensorflow() : Conventions.pytorch();
                    case TORCHVISION -> torchvision(encoder);
                    case RESIDUAL ->
                        architecture.contains("stride in the first 1x1") ? Conventions.caffe() : Conventions.pytorch();
                };
        String epsilon = weights.metadata().get("bn_eps");
        return epsilon == null ? conventions : conventions.withEpsilon(Double.parseDouble(epsilon));
    }

    private static Conventions torchvision(Encoder encoder) {
        return switch (encoder) {
            case EFFICIENTNET_B5, EFFICIENTNET_B6, EFFICIENTNET_B7 ->
                Conventions.pytorch().withEpsilon(1e-3);
            case EFFICIENTNET_B0,
                    EFFICIENTNET_B1,
                    EFFICIENTNET_B2,
                    EFFICIENTNET_B3,
                    EFFICIENTNET_B4,
                    EFFICIENTNET_LITE0,
                    MOBILENET_V2,
                    RESNET34,
                    RESNET50 -> Conventions.pytorch();
        };
    }

    /** The values for an encoder that reads lightness in [-1, 1]. */
    public Map<String, Tensor> grey(EncoderNetwork network) {
        return new GreyStem(scaling).folded(values, network);
    }
}
