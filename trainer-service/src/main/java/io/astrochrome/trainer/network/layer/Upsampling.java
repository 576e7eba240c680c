package io.astrochrome.trainer.network.layer;

/** How the decoder doubles a feature map's sides before its convolutions. */
public enum Upsampling {
    /** Each value is repeated twice along each side. */
    NEAREST,
    /** Linear between the values, half-pixel centres, edges clamped. */
    BILINEAR
}
