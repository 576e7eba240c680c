package io.astrochrome.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.Topics;
import io.astrochrome.events.deadletter.DeadLetterHeaders;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.StreamTestResource;
import io.astrochrome.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
class StreamGuaranteesTest {
    /** Of a batch of one record with a short key and no headers; one byte more and the broker refuses it. */
    private static final int RECORD_OVERHEAD_BYTES = 92;

    StreamServers servers;

    @Inject
    KafkaLimits limits;

    @Inject
    EchoStage stage;

    @Test
    void putsAPoisonRecordAsideAndGoesOn() {
        TopicProbe topics = servers.topics();
        topics.write(Topics.LAB_TENSORS, "before", bytes("a"));
        topics.write(Topics.LAB_TENSORS, "poison", bytes(EchoStage.POISON));
        topics.write(Topics.LAB_TENSORS, "after", bytes("b"));

        ConsumerRecord<String, byte[]> letter =
                topics.await(Topics.deadLetter(Topics.LAB_TENSORS), "poison", 1).get(0);
        ConsumerRecord<String, byte[]> original =
                topics.await(Topics.LAB_TENSORS, "poison", 1).get(0);

        assertThat(letter.value()).isEqualTo(original.value());
        assertThat(TopicProbe.header(letter, DeadLetterHeaders.STAGE)).isEqualTo("echo");
        assertThat(TopicProbe.header(letter, DeadLetterHeaders.REASON)).isEqualTo("frame.fits: header is cut off");
        assertThat(TopicProbe.header(letter, DeadLetterHeaders.TOPIC)).isEqualTo(Topics.LAB_TENSORS);
        assertThat(TopicProbe.header(letter, DeadLetterHeaders.PARTITION))
                .isEqualTo(Integer.toString(original.partition()));
        assertThat(TopicProbe.header(letter, DeadLetterHeaders.OFFSET)).isEqualTo(Long.toString(original.offset()));
        assertThat(topics.await(Topics.QUALITY, "before", 1)).hasSize(1);
        assertThat(topics.await(Topics.QUALITY, "after", 1)).hasSize(1);
    }

    @Test
    void leavesOutARecordWhoseTransactionWasGivenUp() throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", servers.bootstrapServers(), "transactional.id", "a replay that is killed");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(Topics.LAB_TENSORS, "put back", bytes("given up")))
                    .get();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(Topics.LAB_TENSORS, "put back", bytes("again")))
                    .get();
            producer.commitTransaction();
        }

        servers.topics().write(Topics.LAB_TENSORS, "put back", bytes("the next"));

        assertThat(servers.topics().await(Topics.QUALITY, "put back", 2))
                .extracting(ConsumerRecord::value)
                .containsExactly(bytes("again"), bytes("the next"));
    }

    @Test
    void sendsCloudEventsInBinaryMode() {
        TopicProbe topics = servers.topics();
        topics.write(Topics.LAB_TENSORS, "M51", bytes("a whirlpool"));

        ConsumerRecord<String, byte[]> event =
                topics.await(Topics.QUALITY, "M51", 1).get(0);

        assertThat(event.value()).isEqualTo(bytes("a whirlpool"));
        assertThat(TopicProbe.header(event, "ce_specversion")).isEqualTo("1.0");
        assertThat(TopicProbe.header(event, "ce_id")).isEqualTo("id-M51");
        assertThat(TopicProbe.header(event, "ce_source")).isEqualTo("/astrochrome/echo-service");
        assertThat(TopicProbe.header(event, "ce_type")).isEqualTo("io.astrochrome.frame.scored.v1");
        assertThat(TopicProbe.header(event, "content-type")).isEqualTo("application/json");
        assertThat(TopicProbe.header(event, "ce_time")).isNotBlank();
    }

    @Test
    void carriesAValueAsLargeAsTheLimitAllows() {
        TopicProbe topics = servers.topics();
        byte[] value = filled(limits.maxValueBytes());
        topics.write(Topics.LAB_TENSORS, "large", value);

        assertThat(topics.await(Topics.QUALITY, "large", 1).get(0).value()).isEqualTo(value);
    }

    @Test
    void givesUpARecordAsLargeAsTheTopicTakes() {
        TopicProbe topics = servers.topics();
        byte[] value = filled(limits.maxMessageBytes() - RECORD_OVERHEAD_BYTES);
        System.arraycopy(bytes(EchoStage.POISON), 0, value, 0, EchoStage.POISON.length());
        topics.write(Topics.LAB_TENSORS, "large poison", value);

        assertThat(topics.await(Topics.deadLetter(Topics.LAB_TENSORS), "large poison", 1)
                        .get(0)
                        .value())
                .isEqualTo(value);
    }

    @Test
    void leavesARecordOverTheLimitWithItsSender() {
        TopicProbe topics = servers.topics();
        byte[] tooLarge = filled(limits.maxMessageBytes() + 1);

        assertThatThrownBy(() -> topics.write(Topics.LAB_TENSORS, "too large", tooLarge))
                .hasCauseInstanceOf(RecordTooLargeException.class);
        assertThatThrownBy(() ->
                        stage.send("too large", tooLarge).toCompletableFuture().join())
                .hasCauseInstanceOf(RecordTooLargeException.class);
        assertThat(stage.send("small enough", bytes("c"))).succeedsWithin(TopicProbe.PATIENCE);
    }

    @Test
    void goesOnAfterTheBrokerWasRestarted() {
        TopicProbe topics = servers.topics();
        topics.write(Topics.LAB_TENSORS, "before the restart", bytes("a"));
        topics.await(Topics.QUALITY, "before the restart", 1);
        topics.awaitCommitted("platform-test", Topics.LAB_TENSORS);

        servers.stopKafka();
        servers.startKafka();
        topics.write(Topics.LAB_TENSORS, "after the restart", bytes("b"));

        assertThat(topics.await(Topics.QUALITY, "after the restart", 1)).hasSize(1);
        assertThat(topics.readAll(Topics.QUALITY))
                .filteredOn(record -> record.key().equals("before the restart"))
                .hasSize(1);
    }

    @Test
    void saysThatItIsNotAliveWhenAStageStalls() {
        servers.topics().write(Topics.TRAINING, "stalls", bytes("never done"));

        Instant deadline = Instant.now().plus(TopicProbe.PATIENCE);
        int status = 200;
        while (status == 200 && Instant.now().isBefore(deadline)) {
            status = RestAssured.get("/q/health/live").statusCode();
        }
        assertThat(status).isEqualTo(503);
    }

    private static byte[] filled(int length) {
        byte[] value = new byte[length];
        Arrays.fill(value, (byte) 'x');
        return value;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
