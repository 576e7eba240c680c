package io.astrochrome.storage;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The keys of objects; all are made of content hashes, so that the same content has the same key. */
public final class ObjectKeys {
    /** Before the orders about targets' stacks. */
    public static final String STACK_ORDERS = "stack-orders/";

    private static final int HASH_PREFIX_LENGTH = 12;
    private static final String STACKS = "/stacks/";
    private static final String JOURNAL = "/journal/";

    private ObjectKeys() {}

    /** A frame's bytes, as they came. */
    public static String frame(String frameId) {
        return "frames/" + frameId.substring(0, 2) + "/" + frameId;
    }

    /** The mark that a frame's event has been published. */
    public static String ingested(String frameId) {
        return "ingested/" + frameId.substring(0, 2) + "/" + frameId;
    }

    /** The mark that a person wants to keep a frame and all that was made of it. */
    public static String pin(String frameId) {
        return "pins/" + frameId;
    }

    /**
     * A frame's full-resolution luminance.
     *
     * @param stretch SHA-256 of the stretch that made it: the same frame, sent again, may get another
     */
    public static String luminance(String frameId, String stretch) {
        return "luminance/" + frameId + "-" + stretch.substring(0, HASH_PREFIX_LENGTH) + ".fits";
    }

    /** What keys of a target's stretches begin with. */
    public static String stretches(String target) {
        return "stretch/" + hash(target) + "/";
    }

    /**
     * The stretch of one of a target's sequences.
     *
     * @param sequence SHA-256 of what its frames have in common
     */
    public static String stretch(String target, String sequence) {
        return stretches(target) + sequence + ".json";
    }

    /** The newest request to fit a target's stretches anew. */
    public static String stretchReset(String target) {
        return "stretch-resets/" + hash(target) + ".json";
    }

    /** The newest order about a target's stacks. */
    public static String stackOrder(String target) {
        return STACK_ORDERS + hash(target) + ".json";
    }

    /** The newest snapshot of a target's stacks. */
    public static String nightSnapshot(String target) {
        return "nights/" + hash(target) + "/snapshot.json";
    }

    /** What the keys of a target's pages of judged exposures begin with. */
    public static String nightJournal(String target) {
        return "nights/" + hash(target) + JOURNAL;
    }

    /** A page of a target's judged exposures; in the order of their keys. */
    public static String nightPage(String target, int page) {
        return nightJournal(target) + String.format(Locale.ROOT, "%06d.json", page);
    }

    /** Whether an object is a page of a night's judged exposures. */
    public static boolean isNightPage(String key) {
        return key.startsWith(ObjectKind.NIGHTS.prefix()) && key.contains(JOURNAL);
    }

    /** What the keys of a target's stacks begin with. */
    public static String nightStacks(String target) {
        return "nights/" + hash(target) + STACKS;
    }

    /** Whether an object is a stack of a night, which is made again of the exposures that the night's journal names. */
    public static boolean isNightStack(String key) {
        return key.startsWith(ObjectKind.NIGHTS.prefix()) && key.contains(STACKS);
    }

    /**
     * The stack of a role.
     *
     * @param state SHA-256 of its bytes
     */
    public static String nightStack(String target, String role, String state) {
        return nightStacks(target) + role + "-" + state.substring(0, HASH_PREFIX_LENGTH) + ".stack";
    }

    /** What is known of a picture's colours. */
    public static String knownColours(String frameId, String stackId) {
        return "composites/" + frameId + "-" + stackId.substring(0, HASH_PREFIX_LENGTH) + ".safetensors";
    }

    /** A coloured picture of a target's stacks. */
    public static String colorizedStack(String modelId, String frameId, String stackId, String extension) {
        return colorized(modelId, frameId + "-" + stackId.substring(0, HASH_PREFIX_LENGTH), extension);
    }

    /**
     * A coloured picture.
     *
     * @param extension {@code png}, {@code jpg} or {@code fits}
     */
    public static String colorized(String modelId, String frameId, String extension) {
        return "colorized/" + modelId.substring(0, HASH_PREFIX_LENGTH) + "/" + frameId + "." + extension;
    }

    /** The colours of a target's own colour frames. */
    public static String palette(String target) {
        return "palettes/" + hash(target) + ".json";
    }

    /** A published model. */
    public static String model(String modelId) {
        return "models/" + modelId + ".onnx";
    }

    private static String hash(String target) {
        return Sha256.of(target.getBytes(StandardCharsets.UTF_8));
    }
}
