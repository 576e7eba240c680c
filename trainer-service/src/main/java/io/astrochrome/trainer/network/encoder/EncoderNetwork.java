package io.astrochrome.trainer.network.encoder;

import io.astrochrome.trainer.network.layer.BatchNorm;
import io.astrochrome.trainer.network.layer.Conv;
import io.astrochrome.trainer.network.layer.Ops;
import java.util.List;

/** An encoder: a picture goes in, five feature maps of half the size each come out. */
public sealed interface EncoderNetwork permits MobileNetwork, ResidualNetwork {
    /** Feature maps after the first, second ... fifth halving. */
    <T> List<T> forward(Ops<T> ops, T x);

    /** The first convolution, which reads the picture. */
    Conv stem();

    /** The normalisation that follows the first convolution. */
    BatchNorm stemNorm();

    /** Normalisations by the name of the convolution that each follows. */
    default java.util.Map<String, String> normalisations() {
        PairedNames pairs = new PairedNames();
        forward(pairs, "");
        return pairs.normByConv();
    }

    /**
     * The network of that encoder.
     *
     * @param channels planes of the picture: 1 for lightness
     */
    static EncoderNetwork of(Encoder encoder, int channels, Conventions conventions) {
        return switch (encoder) {
            case EFFICIENTNET_B0 -> MobileNetwork.efficientNet(1.0, 1.0, channels, conventions);
            case EFFICIENTNET_B1 -> MobileNetwork.efficientNet(1.0, 1.1, channels, conventions);
            case EFFICIENTNET_B2 -> MobileNetwork.efficientNet(1.1, 1.2, channels, conventions);
            case EFFICIENTNET_B3 -> MobileNetwork.efficientNet(1.2, 1.4, channels, conventions);
            case EFFICIENTNET_B4 -> MobileNetwork.efficientNet(1.4, 1.8, channels, conventions);
            case EFFICIENTNET_B5 -> MobileNetwork.efficientNet(1.6, 2.2, channels, conventions);
            case EFFICIENTNET_B6 -> MobileNetwork.efficientNet(1.8, 2.6, channels, conventions);
            case EFFICIENTNET_B7 -> MobileNetwork.efficientNet(2.0, 3.1, channels, conventions);
            case EFFICIENTNET_LITE0 -> MobileNetwork.efficientNetLite0(channels, conventions);
            case MOBILENET_V2 -> MobileNetwork.mobileNetV2(channels, conventions);
            case RESNET34 -> ResidualNetwork.resNet34(channels, conventions);
            case RESNET50 -> ResidualNetwork.resNet50(channels, conventions);
        };
    }
}
