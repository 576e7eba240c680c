package io.astrochrome.trainer.objective;

/** The game generator and critic play. */
public enum Adversarial {
    /** Wasserstein distance with gradient penalty; Gulrajani et al. 2017, arXiv:1704.00028. */
    WGAN_GP,
    /** Binary cross-entropy on each patch, conditioned on L; Isola et al. 2017, arXiv:1611.07004. */
    CONDITIONAL_GAN,
    /** None: the generator learns from the pixel loss alone. */
    NONE
}
