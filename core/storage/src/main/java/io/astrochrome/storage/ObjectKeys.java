package io.astrochrome.storage;

import java.nio.charset.StandardCharsets;

/** The keys of objects; all are made of content hashes, so that the same content has the same key. */
public final class ObjectKeys {
    private static final int MODEL_PREFIX_LENGTH = 12;

    private ObjectKeys() {}

    /** A frame's bytes, as they came. */
    public static String frame(String frameId) {
        return "frames/" + frameId.substring(0, 2) + "/" + frameId;
    }

    /** The mark that a frame's event has been published. */
    public static String ingested(String frameId) {
        return "ingested/" + frameId.substring(0, 2) + "/" + frameId;
    }

    /** A frame's full-resolution luminance. */
    public static String luminance(String frameId) {
        return "luminance/" + frameId + ".fits";
    }

    /**
     * A coloured picture.
     *
     * @param extension {@code png}, {@code jpg} or {@code fits}
     */
    public static String colorized(String modelId, String frameId, String extension) {
        return "colorized/" + modelId.substring(0, MODEL_PREFIX_LENGTH) + "/" + frameId + "." + extension;
    }

    /** The colours of a target's own colour frames. */
    public static String palette(String target) {
        return "palettes/" + Sha256.of(target.getBytes(StandardCharsets.UTF_8)) + ".json";
    }

    /** A published model. */
    public static String model(String modelId) {
        return "models/" + modelId + ".onnx";
    }

    /** Something that a training run keeps. */
    public static String checkpoint(String runId, String fileName) {
        return "checkpoints/" + runId + "/" + fileName;
    }
}
