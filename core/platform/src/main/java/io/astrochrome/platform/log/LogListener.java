package io.astrochrome.platform.log;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.AuthorizationException;

/** Hears what a follower reads, on the follower's thread. */
@FunctionalInterface
public interface LogListener {
    /** Takes a record; what it throws is logged, and the next record is taken. */
    void take(ConsumerRecord<byte[], byte[]> record);

    /**
     * The follower has looked for records, and handed out those that there were. Comes again and again, some times a second.
     *
     * @param upToDate whether all has been read that the log held when the broker was last reached
     */
    default void looked(boolean upToDate) {}

    /** The topics may not be read; it is tried again in a moment. */
    default void refused(AuthorizationException e) {
        throw e;
    }
}
