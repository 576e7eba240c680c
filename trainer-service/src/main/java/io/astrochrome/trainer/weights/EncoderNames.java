package io.astrochrome.trainer.weights;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From the names in a weight file to this project's. Known are the project's own flat names ({@code blocks.12.depthwise}),
 * timm's and torchvision's; classifiers and the counters of batch normalisation have no counterpart.
 */
final class EncoderNames {
    private static final Pattern TIMM_BLOCK = Pattern.compile("blocks\\.(\\d+)\\.(\\d+)\\.([a-z_0-9.]+)\\.([a-z_]+)");
    private static final Pattern TORCHVISION_BLOCK =
            Pattern.compile("features\\.(\\d+)\\.(\\d+)\\.block\\.([a-z0-9.]+)\\.([a-z_]+)");
    private static final Pattern TORCHVISION_MOBILE_BLOCK =
            Pattern.compile("features\\.(\\d+)\\.conv\\.([0-9.]+)\\.([a-z_]+)");
    private static final Pattern OWN = Pattern.compile("(stem|blocks\\.\\d+)\\.([a-z_0-9]+)\\.([a-z_]+)");
    private static final Pattern RESIDUAL = Pattern.compile("(conv1|bn1|layer\\d\\..*)\\.([a-z_]+)");

    private static final Map<String, String> TIMM_SEPARABLE = Map.of(
            "conv_dw", "depthwise",
            "bn1", "bn1",
            "se.conv_reduce", "se_reduce",
            "se.conv_expand", "se_expand",
            "conv_pw", "project_conv",
            "bn2", "bn2");
    private static final Map<String, String> TIMM_INVERTED = Map.of(
            "conv_pw", "expand_conv",
            "bn1", "bn0",
            "conv_dw", "depthwise",
            "bn2", "bn1",
            "se.conv_reduce", "se_reduce",
            "se.conv_expand", "se_expand",
            "conv_pwl", "project_conv",
            "bn3", "bn2");
    private static final Map<String, String> TORCHVISION_SEPARABLE = Map.of(
            "0.0", "depthwise",
            "0.1", "bn1",
            "1.fc1", "se_reduce",
            "1.fc2", "se_expand",
            "2.0", "project_conv",
            "2.1", "bn2");
    private static final Map<String, String> TORCHVISION_INVERTED = Map.of(
            "0.0", "expand_conv",
            "0.1", "bn0",
            "1.0", "depthwise",
            "1.1", "bn1",
            "2.fc1", "se_reduce",
            "2.fc2", "se_expand",
            "3.0", "project_conv",
            "3.1", "bn2");
    private static final Map<String, String> TORCHVISION_MOBILE_SEPARABLE =
            Map.of("0.0", "depthwise", "0.1", "bn1", "1", "project_conv", "2", "bn2");
    private static final Map<String, String> TORCHVISION_MOBILE_INVERTED = Map.of(
            "0.0", "expand_conv",
            "0.1", "bn0",
            "1.0", "depthwise",
            "1.1", "bn1",
            "2", "project_conv",
            "3", "bn2");

    /** Number of blocks before each stage. */
    private final Map<Integer, Integer> firstBlock = new HashMap<>();

    private final Source source;

    /** Who named a file's tensors. */
    enum Source {
        OWN,
        TIMM,
        TORCHVISION,
        RESIDUAL
    }

    EncoderNames(Collection<String> names) {
        source = names.contains("conv_stem.weight")
                ? Source.TIMM
                : names.contains("features.0.0.weight")
                        ? Source.TORCHVISION
                        : names.contains("stem.conv.weight") ? Source.OWN : Source.RESIDUAL;
        Pattern stages = source == Source.TIMM ? TIMM_BLOCK : TORCHVISION_BLOCK;
        TreeMap<Integer, Integer> blocks = new TreeMap<>();
        for (String name : names) {
            Matcher matcher = stages.matcher(name);
            if (matcher.matches()) {
                int block = Integer.parseInt(matcher.group(2)) + 1;
                blocks.merge(Integer.parseInt(matcher.group(1)), block, Math::max);
            }
        }
        int before = 0;
        for (Map.Entry<Integer, Integer> stage : blocks.entrySet()) {
            firstBlock.put(stage.getKey(), before);
            before += stage.getValue();
        }
    }

    Source source() {
        return source;
    }

    /** This project's name for a file's, where it has one. */
    Optional<String> own(String name) {
        if (name.endsWith("num_batches_tracked")) {
            return Optional.empty();
        }
        return switch (source) {
            case OWN -> OWN.matcher(name).matches() ? Optional.of("encoder." + name) : Optional.empty();
            case RESIDUAL -> RESIDUAL.matcher(name).matches() ? Optional.of("encoder." + name) : Optional.empty();
            case TIMM -> timm(name);
            case TORCHVISION -> torchvision(name);
        };
    }

    private Optional<String> timm(String name) {
        if (name.startsWith("conv_stem.")) {
            return Optional.of("encoder.stem.conv." + name.substring("conv_stem.".length()));
        }
        if (name.startsWith("bn1.")) {
            return Optional.of("encoder.stem.bn." + name.substring("bn1.".length()));
        }
        Matcher block = TIMM_BLOCK.matcher(name);
        if (!block.matches()) {
            return Optional.empty();
        }
        int stage = Integer.parseInt(block.group(1));
        String layer = (stage == 0 ? TIMM_SEPARABLE : TIMM_INVERTED).get(block.group(3));
        return named(first(stage) + Integer.parseInt(block.group(2)), layer, block.group(4));
    }

    private Optional<String> torchvision(String name) {
        if (name.startsWith("features.0.0.")) {
            return Optional.of("encoder.stem.conv." + name.substring("features.0.0.".length()));
        }
        if (name.startsWith("features.0.1.")) {
            return Optional.of("encoder.stem.bn." + name.substring("features.0.1.".length()));
        }
        Matcher block = TORCHVISION_BLOCK.matcher(name);
        if (block.matches()) {
            int stage = Integer.parseInt(block.group(1));
            String layer = (stage == 1 ? TORCHVISION_SEPARABLE : TORCHVISION_INVERTED).get(block.group(3));
            return named(first(stage) + Integer.parseInt(block.group(2)), layer, block.group(4));
        }
        Matcher mobile = TORCHVISION_MOBILE_BLOCK.matcher(name);
        if (mobile.matches()) {
            int index = Integer.parseInt(mobile.group(1)) - 1;
            String layer =
                    (index == 0 ? TORCHVISION_MOBILE_SEPARABLE : TORCHVISION_MOBILE_INVERTED).get(mobile.group(2));
            return named(index, layer, mobile.group(3));
        }
        return Optional.empty();
    }

    private int first(int stage) {
        return Objects.requireNonNull(firstBlock.get(stage), "the name is not of this file");
    }

    private static Optional<String> named(int block, @Nullable String layer, String value) {
        return layer == null ? Optional.empty() : Optional.of("encoder.blocks." + block + "." + layer + "." + value);
    }
}
