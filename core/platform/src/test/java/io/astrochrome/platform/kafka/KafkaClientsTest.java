package io.astrochrome.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.Topics;
import io.astrochrome.events.topic.TopicClient;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.SubscriptionPattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaClientsTest {
    /** Nobody listens there: what is refused is refused before anything is sent. */
    private final KafkaClients clients =
            new KafkaClients(TopicClient.TRAINER, Map.of("bootstrap.servers", "127.0.0.1:1", "group.id", "foreign"));

    @Test
    void makeNothingForATopicThatTheTableDoesNotGive() {
        assertThatThrownBy(() -> clients.reading(Topics.MODELS, Topics.FRAMES))
                .hasMessageStartingWith("trainer-service reads frames.v1, which the table of topics does not know");
        assertThatThrownBy(() -> clients.writing(Topics.LAB_TENSORS))
                .hasMessageStartingWith(
                        "trainer-service writes lab-tensors.v1, which the table of topics does not know");
    }

    @Test
    void openAConsumerThatCannotBeLedElsewhere() {
        try (var consumer = clients.reading(Topics.MODELS).open()) {
            List<String> other = List.of(Topics.LAB_TENSORS);
            Pattern all = Pattern.compile(".*");

            assertThatThrownBy(() -> consumer.assign(List.of(new TopicPartition(Topics.LAB_TENSORS, 0))))
                    .hasMessageContaining("opened for [models.v1], not for lab-tensors.v1");
            assertThatThrownBy(() -> consumer.subscribe(other)).hasMessageContaining("not for lab-tensors.v1");
            assertThatThrownBy(() -> consumer.subscribe(other, null)).hasMessageContaining("not for lab-tensors.v1");
            assertThatThrownBy(() -> consumer.subscribe(all)).hasMessageContaining("by name");
            assertThatThrownBy(() -> consumer.subscribe(all, null)).hasMessageContaining("by name");
            assertThatThrownBy(() -> consumer.subscribe(new SubscriptionPattern(".*")))
                    .hasMessageContaining("by name");
            assertThatThrownBy(() -> consumer.subscribe(new SubscriptionPattern(".*"), null))
                    .hasMessageContaining("by name");

            consumer.assign(List.of(new TopicPartition(Topics.MODELS, 0)));
            assertThat(consumer.assignment()).hasSize(1);
        }
    }

    @Test
    void openAConsumerThatOnlyLooksOnWhereItNamesNoGroup() {
        try (var consumer = clients.reading(Topics.MODELS).open()) {
            assertThatThrownBy(consumer::groupMetadata).hasMessageContaining("group");
        }
        try (var consumer = clients.reading(Topics.MODELS).open(Map.of("group.id", "trainer-service"))) {
            assertThat(consumer.groupMetadata().groupId()).isEqualTo("trainer-service");
        }
    }

    @Test
    void openAProducerThatCannotBeLedElsewhere() {
        try (var producer = clients.writing(Topics.MODELS).open(new StringSerializer(), Map.of("max.block.ms", 1))) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>(Topics.TRAINING, "run", new byte[0])))
                    .hasMessageContaining("opened for [models.v1], not for training.v1");
        }
    }
}
