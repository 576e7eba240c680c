package io.astrochrome.trainer.service;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.ModelDecision;
import io.astrochrome.events.ModelPublished;
import io.astrochrome.events.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * What the log says of models at the moment of asking: both topics are short and kept for ever, so they are read from their
 * beginning to where they end now. Belongs to no group and commits nothing.
 */
@Singleton
class ModelLog {
    private static final Logger LOG = Logger.getLogger(ModelLog.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> client;

    ModelLog(@Identifier("default-kafka-broker") Map<String, Object> client) {
        this.client = Map.copyOf(client);
    }

    /**
     * The newest decision about the champion.
     *
     * @throws org.apache.kafka.common.KafkaException where the broker does not answer
     */
    Optional<ModelDecision> champion() {
        ModelDecision[] newest = new ModelDecision[1];
        read(Topics.MODEL_DECISIONS, ModelDecision.class, decision -> {
            if (ModelDecision.CHAMPION.equals(decision.alias())) {
                newest[0] = decision;
            }
        });
        return Optional.ofNullable(newest[0]);
    }

    /**
     * The model that a run has published, whichever trainer carried it out.
     *
     * @throws org.apache.kafka.common.KafkaException where the broker does not answer
     */
    Optional<ModelPublished> modelOf(String runId) {
        ModelPublished[] found = new ModelPublished[1];
        read(Topics.MODELS, ModelPublished.class, model -> {
            if (runId.equals(model.runId())) {
                found[0] = model;
            }
        });
        return Optional.ofNullable(found[0]);
    }

    private <T extends Record> void read(String topic, Class<T> type, Consumer<T> each) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(ModelLog::partition)
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> {
                    try {
                        each.accept(EventCodec.fromJson(record.value(), type));
                    } catch (EventFormatException e) {
                        LOG.debugf("%s at %d is passed over: %s", topic, record.offset(), e.getMessage());
                    }
                });
            }
        }
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }
}
