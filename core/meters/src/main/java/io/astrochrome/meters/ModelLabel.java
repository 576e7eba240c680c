package io.astrochrome.meters;

/** How a model is named in labels: short enough to read, long enough to be told apart. */
public final class ModelLabel {
    private static final int LENGTH = 12;

    private ModelLabel() {}

    /** The first digits of a model's id. */
    public static String of(String modelId) {
        return modelId.substring(0, Math.min(LENGTH, modelId.length()));
    }
}
