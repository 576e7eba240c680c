package io.astrochrome.platform.kafka;

import java.util.Set;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Tells failures to publish that are about the record from all others. The first come again whenever it is sent, so that it has to
 * be put aside; the others are of the broker, of the way to it or of rights there, and are waited for.
 */
public final class RecordFailures {
    private static final Set<Class<? extends Exception>> OF_RECORDS = Set.of(
            RecordTooLargeException.class,
            RecordBatchTooLargeException.class,
            InvalidRecordException.class,
            SerializationException.class);

    private RecordFailures() {}

    /** Whether no broker would ever take the record. */
    public static boolean areOfTheRecord(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Throwable one = cause;
            if (OF_RECORDS.stream().anyMatch(type -> type.isInstance(one))) {
                return true;
            }
        }
        return false;
    }
}
