package io.astrochrome.trainer.network.encoder;

import io.astrochrome.trainer.network.layer.BatchNorm;
import io.astrochrome.trainer.network.layer.Conv;
import io.astrochrome.trainer.network.layer.MaxPool;
import io.astrochrome.trainer.network.layer.Ops;
import io.astrochrome.trainer.network.layer.Padding;
import java.util.ArrayList;
import java.util.List;

/** ResNet; He et al. 2016, arXiv:1512.03385. Layers have torchvision's names behind {@code encoder.}. */
public final class ResidualNetwork implements EncoderNetwork {
    private static final int STEM_WIDTH = 64;
    private static final int[] REPEATS = {3, 4, 6, 3};

    private final Conv stem;
    private final BatchNorm stemNorm;
    private final MaxPool pool;
    private final List<List<ResidualBlock>> layers = new ArrayList<>();

    private ResidualNetwork(boolean bottleneck, int channels, Conventions conventions) {
        stem = Conv.plain("encoder.conv1", channels, STEM_WIDTH, 7, 2);
        stemNorm = BatchNorm.of("encoder.bn1", STEM_WIDTH).withEpsilon(conventions.epsilon());
        pool = new MaxPool(3, 2, conventions.samePadding() ? new Padding(0, 1) : Padding.symmetric(3));
        int in = STEM_WIDTH;
        for (int layer = 0; layer < REPEATS.length; layer++) {
            List<ResidualBlock> blocks = new ArrayList<>();
            for (int block = 0; block < REPEATS[layer]; block++) {
                String name = "encoder.layer" + (layer + 1) + "." + block;
                int stride = block == 0 && layer > 0 ? 2 : 1;
                blocks.add(new ResidualBlock(name, in, STEM_WIDTH << layer, bottleneck, stride, conventions));
                in = blocks.get(block).out();
            }
            layers.add(blocks);
        }
    }

    static ResidualNetwork resNet34(int channels, Conventions conventions) {
        return new ResidualNetwork(false, channels, conventions);
    }

    static ResidualNetwork resNet50(int channels, Conventions conventions) {
        return new ResidualNetwork(true, channels, conventions);
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
        T y = ops.relu(ops.batchNorm(ops.conv(x, stem), stemNorm));
        features.add(y);
        y = ops.maxPool(y, pool);
        for (List<ResidualBlock> layer : layers) {
            for (ResidualBlock block : layer) {
                y = block.forward(ops, y);
            }
            features.add(y);
        }
        return features;
    }
}
