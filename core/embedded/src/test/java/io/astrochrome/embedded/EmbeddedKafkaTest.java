package io.astrochrome.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
    private static final long MAX_MESSAGE_BYTES = 4 << 20;

    @TempDir
    Path dataDir;

    @Test
    void keepsRecordsAndItsAddressAcrossARestart() throws Exception {
        String address;
        try (EmbeddedKafka kafka = new EmbeddedKafka(dataDir, 0, 0, MAX_MESSAGE_BYTES)) {
            kafka.createTopics(List.of(new TopicSettings("sky", 1, Map.of("retention.ms", "-1"))));
            address = kafka.bootstrapServers();
            try (var producer = new KafkaProducer<>(
                    Map.<String, Object>of("bootstrap.servers", address, "acks", "all"),
                    new StringSerializer(),
                    new StringSerializer())) {
                producer.send(new ProducerRecord<>("sky", "M13", "a globular cluster"))
                        .get();
            }
        }
        try (EmbeddedKafka again = new EmbeddedKafka(dataDir, 0, 0, MAX_MESSAGE_BYTES)) {
            again.createTopics(List.of(new TopicSettings("sky", 1, Map.of())));
            assertThat(again.bootstrapServers()).isEqualTo(address).startsWith("127.0.0.1:");
            assertThat(readAll(address)).containsExactly("a globular cluster");
        }
    }

    @Test
    void remembersForAYearWhereAGroupHasRead() throws Exception {
        try (EmbeddedKafka kafka = new EmbeddedKafka(dataDir, 0, 0, MAX_MESSAGE_BYTES);
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            var broker = new ConfigResource(ConfigResource.Type.BROKER, "1");

            Config config = admin.describeConfigs(List.of(broker)).all().get().get(broker);

            assertThat(config.get("offsets.retention.minutes").value())
                    .isEqualTo(Long.toString(Duration.ofDays(365).toMinutes()));
        }
    }

    private static List<String> readAll(String address) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", address),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partition = new TopicPartition("sky", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var records = consumer.poll(Duration.ofSeconds(20)).records(partition);
            return records.stream().map(ConsumerRecord::value).toList();
        }
    }
}
