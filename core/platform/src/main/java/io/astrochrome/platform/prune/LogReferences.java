package io.astrochrome.platform.prune;

import io.astrochrome.events.RecordReferences;
import io.astrochrome.events.Topics;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.events.topic.TopicTable;
import io.astrochrome.events.topic.TopicUse;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.kafka.TopicReader;
import io.astrochrome.platform.log.LogRange;
import io.astrochrome.platform.log.LogReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** The objects that records on the log refer to. Touches no group. */
public final class LogReferences {
    /** The topics whose records refer to objects that may be pruned, and those of their dead letters. */
    private static final Set<String> TOPICS = TopicTable.readBy(TopicClient.PRUNE);

    /** Those services that fetch what a record refers to in order to handle it. */
    private static final Set<TopicClient> FETCHING = Set.of(TopicClient.PREPROCESS, TopicClient.COLORIZE);

    private final KafkaClients clients;

    /** Takes the clients of whoever looks. */
    public LogReferences(KafkaClients clients) {
        this.clients = clients;
    }

    /**
     * The keys.
     *
     * @param newest how many of each partition's newest records count as not handled
     * @param onlyUnhandled whether records are left out that every service which fetches objects has committed; a dead
     *     letter is never handled
     * @throws KafkaException where the broker does not answer
     */
    public Set<String> keys(int newest, boolean onlyUnhandled) throws InterruptedException {
        TopicReader reader = clients.reading(TOPICS);
        Map<String, Map<TopicPartition, Long>> committed = onlyUnhandled ? committed() : Map.of();
        Set<String> keys = new HashSet<>();
        try (LogReader log = new LogReader(reader)) {
            List<LogRange> ranges = log.all().stream()
                    .map(range -> onlyUnhandled ? unhandled(range, newest, committed) : range)
                    .toList();
            for (ConsumerRecord<byte[], byte[]> record : log.records(ranges)) {
                keys.addAll(RecordReferences.keys(record.value()));
            }
        }
        return keys;
    }

    private static LogRange unhandled(
            LogRange range, int newest, Map<String, Map<TopicPartition, Long>> committedByGroup) {
        String topic = range.partition().topic();
        if (!topic.equals(Topics.ofDeadLetters(topic))) {
            return range; // a dead letter is never handled
        }
        long first = range.end() - newest;
        for (String group : fetchingGroups(topic)) {
            first = Math.min(
                    first,
                    committedByGroup.getOrDefault(group, Map.of()).getOrDefault(range.partition(), range.first()));
        }
        return range.within(first, range.end());
    }

    private static Set<String> fetchingGroups(String topic) {
        return TopicTable.USES.stream()
                .filter(use -> FETCHING.contains(use.client()) && use.topic().equals(topic))
                .map(TopicUse::group)
                .filter(group -> group != null)
                .collect(Collectors.toSet());
    }

    private Map<String, Map<TopicPartition, Long>> committed() throws InterruptedException {
        Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();
        try (Admin admin = clients.admin()) {
            for (String topic : TOPICS) {
                for (String group : fetchingGroups(topic)) {
                    committed.put(group, offsets(admin, group));
                }
            }
        } catch (ExecutionException e) {
            throw new KafkaException("the broker does not say what is handled: " + e.getCause(), e);
        }
        return committed;
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, String group)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> known = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, Long> offsets = new HashMap<>();
        known.forEach((partition, offset) -> {
            if (offset != null) {
                offsets.put(partition, offset.offset());
            }
        });
        return offsets;
    }
}
