package io.astrochrome.trainer.network.encoder;

/** The encoders a generator can be built on; each halves its input five times. */
public enum Encoder {
    EFFICIENTNET_B0,
    EFFICIENTNET_B1,
    EFFICIENTNET_B2,
    EFFICIENTNET_B3,
    EFFICIENTNET_B4,
    EFFICIENTNET_B5,
    EFFICIENTNET_B6,
    EFFICIENTNET_B7,
    EFFICIENTNET_LITE0,
    MOBILENET_V2,
    RESNET34,
    RESNET50
}
