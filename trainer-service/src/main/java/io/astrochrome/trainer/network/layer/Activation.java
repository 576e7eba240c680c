package io.astrochrome.trainer.network.layer;

/** The non-linearities that the encoders use. */
public enum Activation {
    RELU,
    RELU6,
    SILU
}
