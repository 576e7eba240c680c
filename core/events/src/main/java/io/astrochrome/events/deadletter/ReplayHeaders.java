package io.astrochrome.events.deadletter;

/**
 * Headers of a record that was a dead letter and is on its topic again; key and value are the original's, untouched. All
 * are UTF-8 text. Stages need not know them: what they do may be done twice.
 */
public final class ReplayHeaders {
    /** The dead letter, as {@code topic/partition/offset}. */
    public static final String FROM = "replayed-from";

    /** When, ISO-8601. */
    public static final String AT = "replayed-at";

    /** Who asked for it. */
    public static final String BY = "replayed-by";

    /** The stage that had given the record up; the others have seen it before. */
    public static final String STAGE = "replayed-for-stage";

    /** How often the record was put back, this time included. */
    public static final String ATTEMPT = "replayed-attempt";

    private ReplayHeaders() {}
}
