package io.astrochrome.events.deadletter;

/**
 * Headers of a record on a dead-letter topic; the record's key and value are the original's, untouched. All are UTF-8
 * text. Those without a constant here are the SmallRye connector's own ({@code dead-letter-cause} and so on).
 */
public final class DeadLetterHeaders {
    /** Which service gave up, such as {@code preprocess}. */
    public static final String STAGE = "dead-letter-stage";

    /** Why, in a sentence that names the file or the rule. */
    public static final String REASON = "dead-letter-reason";

    /** The topic that the record was read from. */
    public static final String TOPIC = "dead-letter-topic";

    public static final String PARTITION = "dead-letter-partition";
    public static final String OFFSET = "dead-letter-offset";

    /** What every header here begins with, the connector's own too. */
    public static final String PREFIX = "dead-letter-";

    private DeadLetterHeaders() {}
}
