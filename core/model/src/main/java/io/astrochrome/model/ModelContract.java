package io.astrochrome.model;

import io.astrochrome.tensors.TensorSides;

/**
 * What a model file and its users owe each other, version {@value #VERSION}. ONNX, opset 17: input {@link #INPUT_LIGHTNESS}
 * float [N,1,H,W] holds 2 L&#42;/100 - 1, output {@link #OUTPUT_CHROMA} float [N,2,H,W] holds a&#42;/110 and b&#42;/110; N, H and W
 * are dynamic, H and W multiples of {@value TensorSides#MULTIPLE}. The exporter writes the {@code metadata_props} with the keys
 * that are constants here, and a loader refuses a file that breaks any of it.
 */
public final class ModelContract {
    /** The version that this code writes and the only one that it loads. */
    public static final String VERSION = "1";

    public static final String INPUT_LIGHTNESS = "l";

    /** Optional input, float [N,K]: a global hint of colours; all zero asks for the model's own choice. */
    public static final String INPUT_PALETTE = "palette";

    public static final String OUTPUT_CHROMA = "ab";

    /** Optional output, float [N,1,H,W]: how sure the model is, pixel by pixel. */
    public static final String OUTPUT_CONFIDENCE = "confidence";

    /** Optional output, float [N,n]: how likely each of the n looks is for a frame; they add up to 1. */
    public static final String OUTPUT_LOOKS = "looks";

    /** The one colour space there is: CIELAB, white point D65. */
    public static final String COLOUR_SPACE = "CIELAB-D65";

    /** a&#42; and b&#42; are divided by it. */
    public static final String AB_SCALE = "110";

    public static final String KEY_CONTRACT = "astrochrome.contract";
    public static final String KEY_NAME = "astrochrome.name";
    public static final String KEY_SIDE = "astrochrome.side";
    public static final String KEY_COLOUR_SPACE = "astrochrome.colour_space";
    public static final String KEY_AB_SCALE = "astrochrome.ab_scale";
    public static final String KEY_STRETCH = "astrochrome.stretch";
    public static final String KEY_RECIPE = "astrochrome.recipe";
    public static final String KEY_RECIPE_HASH = "astrochrome.recipe_hash";
    public static final String KEY_DATA_HASH = "astrochrome.data_hash";
    public static final String KEY_COMMIT = "astrochrome.commit";
    public static final String KEY_SEED = "astrochrome.seed";

    /** Figures by name, as a JSON object. */
    public static final String KEY_QUALITY = "astrochrome.quality";

    /** The looks that the model offers, in the order of {@link #OUTPUT_LOOKS}: a JSON list of {@link Look}; may be absent. */
    public static final String KEY_LOOKS = "astrochrome.looks";

    public static final String KEY_LICENCE = "astrochrome.licence";

    /** A {@link SelfTest} as JSON. */
    public static final String KEY_SELF_TEST = "astrochrome.selftest";

    private ModelContract() {}
}
