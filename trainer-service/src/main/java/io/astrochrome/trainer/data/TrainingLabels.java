package io.astrochrome.trainer.data;

/** Names of a frame's labels that training looks at. */
final class TrainingLabels {
    static final String GROUP = "group";
    static final String CATEGORY = "class";
    static final String LICENCE = "licence";
    /** Which version of the preparation made the tensor; only what is made from files has it. */
    static final String PREPARATION = "preparation";

    private TrainingLabels() {}
}
