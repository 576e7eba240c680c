package io.astrochrome.platform.log;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads parts of the log, one after the other. For one thread. */
final class RangeIterator implements Iterator<ConsumerRecord<byte[], byte[]>> {
    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final Duration timeout;
    private final Iterator<LogRange> ranges;
    private @Nullable LogRange range;
    private Iterator<ConsumerRecord<byte[], byte[]>> polled = Collections.emptyIterator();
    private @Nullable ConsumerRecord<byte[], byte[]> next;

    /**
     * An iteration that has the consumer for itself.
     *
     * @param timeout how long to wait for the next record
     */
    RangeIterator(Consumer<byte[], byte[]> consumer, Duration timeout, Collection<LogRange> ranges) {
        this.consumer = consumer;
        this.timeout = timeout;
        this.ranges = List.copyOf(ranges).iterator();
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            if (polled.hasNext()) {
                take(polled.next());
            } else if (range != null && consumer.position(range.partition()) < range.end()) {
                poll(range);
            } else if (!begin()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public ConsumerRecord<byte[], byte[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ConsumerRecord<byte[], byte[]> record = Objects.requireNonNull(next);
        next = null;
        return record;
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (range != null && record.offset() < range.end()) {
            next = record;
        }
    }

    private boolean begin() {
        range = null;
        while (range == null && ranges.hasNext()) {
            LogRange following = ranges.next();
            range = following.length() > 0 ? following : null;
        }
        if (range == null) {
            consumer.assign(Set.of());
            return false;
        }
        consumer.assign(Set.of(range.partition()));
        consumer.seek(range.partition(), range.first());
        return true;
    }

    /** Returns with records, or nearer to the part's end; records may be missing from the log. */
    private void poll(LogRange range) {
        TopicPartition partition = range.partition();
        long from = consumer.position(partition);
        long deadline = System.nanoTime() + timeout.toNanos();
        while (consumer.position(partition) == from) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("the broker gives no more of " + partition + " from " + from);
            }
            try {
                polled = consumer.poll(POLL).iterator();
            } catch (OffsetOutOfRangeException e) {
                skip(range, from);
                return;
            }
        }
    }

    /** To where the log begins by now; a part that is behind its end is over. */
    private void skip(LogRange range, long from) {
        TopicPartition partition = range.partition();
        long first = LogPartitions.offset(consumer.beginningOffsets(Set.of(partition)), partition);
        consumer.seek(partition, first > from ? first : range.end());
    }
}
