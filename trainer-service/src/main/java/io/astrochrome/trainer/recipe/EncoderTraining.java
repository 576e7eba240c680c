package io.astrochrome.trainer.recipe;

/** What happens to a pre-trained encoder during a phase. */
public enum EncoderTraining {
    /** Its weights stay as they are. */
    FROZEN,
    /** Its weights learn with the rest. */
    TRAINED
}
