package io.astrochrome.trainer.network;

/** The two PatchGAN critics; neither has batch normalisation, because the gradient penalty is per picture. */
public enum CriticKind {
    /** Three strided convolutions and a score per patch. */
    BASIC,
    /** A further strided stage, a second convolution in each, and dropout. */
    COMPLEX
}
