package io.astrochrome.model;

/** A model file must not be run; the rule says which check it failed, the message why. */
public final class ModelRejectedException extends Exception {
    /** The checks, in the order they are made. */
    public enum Rule {
        /** The file cannot be read, or ONNX Runtime makes nothing of it. */
        UNREADABLE,
        /** The bytes are not those that were promised. */
        CHECKSUM,
        /** The contract's version, colour space or scaling is not the one known here. */
        CONTRACT,
        /** A key of the metadata is missing or breaks its rule. */
        METADATA,
        /** Inputs or outputs are not the contract's, by name, type or shape. */
        SIGNATURE,
        /** The model does not answer the stored frame as it did where it was exported. */
        SELF_TEST,
        /** What it would be shown is smaller than what it was trained at. */
        SIDE
    }

    private final Rule rule;

    public ModelRejectedException(Rule rule, String message) {
        super(message);
        this.rule = rule;
    }

    public ModelRejectedException(Rule rule, String message, Throwable cause) {
        super(message, cause);
        this.rule = rule;
    }

    /** Which check the file failed. */
    public Rule rule() {
        return rule;
    }
}
