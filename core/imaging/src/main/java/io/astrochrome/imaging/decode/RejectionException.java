package io.astrochrome.imaging.decode;

import org.jspecify.annotations.Nullable;

/** How a format's reader stops at a broken rule; {@link FrameDecoder} makes it a {@link Rejected}. */
public final class RejectionException extends Exception {
    private final RejectionReason reason;

    /**
     * A broken rule.
     *
     * @param message a sentence that names file and rule
     */
    public RejectionException(RejectionReason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** The kind of rule. */
    public RejectionReason reason() {
        return reason;
    }
}
