package io.astrochrome.testkit;

import io.astrochrome.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes topics with the plain Kafka clients, as somebody outside the project would. Reading always starts at
 * the beginning and joins no group, so that it disturbs nobody. Thread-safe.
 */
public record TopicProbe(String bootstrapServers) {
    /** How long to wait for records that are to come before a test has failed. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int PARTITIONS = 3;
    private static final Duration POLL = Duration.ofMillis(200);

    /** Makes the topics with the tests' message limit; those that exist are left as they are. */
    public void create(Collection<String> names) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Collection<String> existing = admin.listTopics().names().get();
            admin.createTopics(names.stream()
                            .filter(name -> !existing.contains(name))
                            .map(TopicProbe::newTopic)
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static NewTopic newTopic(String name) {
        int limit = Topics.maxMessageBytes(name, StreamServers.MAX_MESSAGE_BYTES);
        return new NewTopic(name, PARTITIONS, (short) 1).configs(Map.of("max.message.bytes", Integer.toString(limit)));
    }

    /** Writes a record and waits until the broker has it. */
    public void write(String topic, String key, byte[] value) {
        write(topic, key, value, Map.of());
    }

    /** Writes a record with headers and waits until the broker has it. */
    public void write(String topic, String key, byte[] value, Map<String, String> headers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "max.request.size",
                StreamServers.MAX_MESSAGE_BYTES * 2);
        var record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Every record that the topic holds now, by partition and offset. */
    public List<ConsumerRecord<String, byte[]>> readAll(String topic) {
        try (var consumer = consumer(topic)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(records::add);
            }
            return records;
        }
    }

    /** Waits for {@code count} records with the key; fails after {@link #PATIENCE} with what there was. */
    public List<ConsumerRecord<String, byte[]>> await(String topic, String key, int count) {
        return await(topic, count, record -> key.equals(record.key()));
    }

    /** Waits for {@code count} records that are wanted; fails after {@link #PATIENCE} with how many there were. */
    public List<ConsumerRecord<String, byte[]>> await(
            String topic, int count, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        Instant deadline = Instant.now().plus(PATIENCE);
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (var consumer = consumer(topic)) {
            while (found.size() < count) {
                if (Instant.now().isAfter(deadline)) {
                    throw new AssertionError(topic + " had " + found.size() + " of the " + count + " records awaited");
                }
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (wanted.test(record)) {
                        found.add(record);
                    }
                }
            }
        }
        return found;
    }

    /** Waits until the group has committed all that the topic holds now; fails after {@link #PATIENCE}. */
    public void awaitCommitted(String group, String topic) {
        Instant deadline = Instant.now().plus(PATIENCE);
        try (var consumer = consumer(topic);
                Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            ends.values().removeIf(end -> end == 0);
            while (!ends.isEmpty()) {
                if (Instant.now().isAfter(deadline)) {
                    throw new AssertionError(group + " has not committed " + ends);
                }
                Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                ends.entrySet().removeIf(end -> {
                    OffsetAndMetadata offset = committed.get(end.getKey());
                    return offset != null && offset.offset() >= end.getValue();
                });
                Thread.sleep(POLL.toMillis());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** A header's text, or null where the record has none of that name. */
    public static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private KafkaConsumer<String, byte[]> consumer(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
        return consumer;
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while waiting for the broker", e);
    }
}
