package io.astrochrome.trainer.network.encoder;

import io.astrochrome.trainer.network.layer.Activation;
import io.astrochrome.trainer.network.layer.BatchNorm;
import io.astrochrome.trainer.network.layer.Conv;
import io.astrochrome.trainer.network.layer.Ops;
import io.astrochrome.trainer.network.layer.Padding;
import java.util.ArrayList;
import java.util.List;

/**
 * EfficientNet (Tan and Le 2019, arXiv:1905.11946), its Lite variant and MobileNetV2: a strided convolution, then inverted
 * residuals. Layers are named {@code encoder.stem.conv}, {@code encoder.stem.bn}, {@code encoder.blocks.N...}.
 */
public final class MobileNetwork implements EncoderNetwork {
    private static final String STEM = "encoder.stem";
    private static final int ROUNDING = 8;
    private static final int SQUEEZE = 4;

    /** Expansion, kernel, stride, channels, repeats of EfficientNet-B0's stages. */
    private static final int[][] EFFICIENTNET = {
        {1, 3, 1, 16, 1},
        {6, 3, 2, 24, 2},
        {6, 5, 2, 40, 2},
        {6, 3, 2, 80, 3},
        {6, 5, 1, 112, 3},
        {6, 5, 2, 192, 4},
        {6, 3, 1, 320, 1}
    };

    private static final int[][] MOBILENET_V2 = {
        {1, 3, 1, 16, 1},
        {6, 3, 2, 24, 2},
        {6, 3, 2, 32, 3},
        {6, 3, 2, 64, 4},
        {6, 3, 1, 96, 3},
        {6, 3, 2, 160, 3},
        {6, 3, 1, 320, 1}
    };

    private final Conv stem;
    private final BatchNorm stemNorm;
    private final Activation activation;
    private final List<InvertedResidual> blocks;

    private MobileNetwork(Conv stem, Activation activation, List<InvertedResidual> blocks, Conventions conventions) {
        this.stem = stem;
        this.stemNorm = BatchNorm.of(STEM + ".bn", stem.out()).withEpsilon(conventions.epsilon());
        this.activation = activation;
        this.blocks = blocks;
    }

    static MobileNetwork efficientNet(double width, double depth, int channels, Conventions conventions) {
        int[][] stages = new int[EFFICIENTNET.length][];
        for (int i = 0; i < stages.length; i++) {
            stages[i] = EFFICIENTNET[i].clone();
            stages[i][3] = rounded(stages[i][3] * width);
            stages[i][4] = (int) Math.ceil(stages[i][4] * depth);
        }
        return of(stages, rounded(32 * width), true, Activation.SILU, channels, conventions);
    }

    static MobileNetwork efficientNetLite0(int channels, Conventions conventions) {
        return of(EFFICIENTNET, 32, false, Activation.RELU6, channels, conventions);
    }

    static MobileNetwork mobileNetV2(int channels, Conventions conventions) {
        return of(MOBILENET_V2, 32, false, Activation.RELU6, channels, conventions);
    }

    /** To the nearest multiple of eight, not more than a tenth below. */
    private static int rounded(double width) {
        int nearest = Math.max(ROUNDING, (int) (width + ROUNDING / 2.0) / ROUNDING * ROUNDING);
        return nearest < 0.9 * width ? nearest + ROUNDING : nearest;
    }

    private static MobileNetwork of(
            int[][] stages, int width, boolean squeeze, Activation activation, int channels, Conventions conventions) {
        List<InvertedResidual> blocks = new ArrayList<>();
        int in = width;
        for (int[] stage : stages) {
            for (int repeat = 0; repeat < stage[4]; repeat++) {
                int stride = repeat == 0 ? stage[2] : 1;
                blocks.add(new InvertedResidual(
                        "encoder.blocks." + blocks.size(),
                        in,
                        stage[3],
                        stage[0],
                        stage[1],
                        stride,
                        squeeze ? Math.max(1, in / SQUEEZE) : 0,
                        activation,
                        conventions));
                in = stage[3];
            }
        }
        List<InvertedResidual> kept = blocks.subList(0, blocks.size() - conventions.blocksLeftOut());
        if (blocks.stream().skip(kept.size()).anyMatch(block -> !block.residual())) {
            throw new IllegalArgumentException("only residual blocks can be left out at an encoder's end");
        }
        Conv stem = padded(Conv.plain(STEM + ".conv", channels, width, 3, 2), conventions);
        return new MobileNetwork(stem, activation, List.copyOf(kept), conventions);
    }

    static Conv padded(Conv conv, Conventions conventions) {
        return conventions.samePadding() ? conv.padded(Padding.same(conv.kernel(), conv.stride())) : conv;
    }

    @Override
    public Conv stem() {
        return stem;
    }

    @Override
    public BatchNorm stemNorm() {
        return stemNorm;
    }

    @Override
    public <T> List<T> forward(Ops<T> ops, T x) {
        List<T> features = new ArrayList<>();
        T y = ops.activate(ops.batchNorm(ops.conv(x, stem), stemNorm), activation);
        for (InvertedResidual block : blocks) {
            if (block.stride() > 1) {
                features.add(y);
            }
            y = block.forward(ops, y);
        }
        features.add(y);
        return features;
    }
}
