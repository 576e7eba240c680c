package io.astrochrome.colorize.stream.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.colorize.stream.queue.SourcePosition;
import io.astrochrome.events.Topics;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.kafka.TopicReader;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.TopicProbe;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PublishedFramesTest {
    private static final int UNDER_WAY = 4;
    private static final int SLOW = 1;
    private static final int STEADY = 2;

    private static StreamServers servers;
    private static TopicReader colorized;

    @BeforeAll
    static void start() throws Exception {
        servers = StreamServers.start();
        colorized = reader(servers.bootstrapServers());
        publish(SLOW, 0, 1000);
        publish(STEADY, 0, 1000);
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    private static TopicReader reader(String bootstrapServers) {
        return new KafkaClients(TopicClient.COLORIZE, Map.of("bootstrap.servers", bootstrapServers))
                .reading(Topics.COLORIZED);
    }

    /** Events of records in the order of their offsets. */
    private static void publish(int partition, int first, int end) throws InterruptedException, ExecutionException {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int offset = first; offset < end; offset++) {
                var event = new ProducerRecord<>(Topics.COLORIZED, partition, "a target", new byte[10]);
                event.headers().add("ce_id", (partition + "." + offset + "-model").getBytes(UTF_8));
                event.headers()
                        .add(
                                SourcePosition.HEADER,
                                new SourcePosition(partition, offset).text().getBytes(UTF_8));
                var unused = producer.send(event);
            }
            producer.flush();
        }
    }

    private static PublishedFrames published(TopicReader reader, Duration patience) {
        return new PublishedFrames(reader, UNDER_WAY, patience);
    }

    @Test
    void reachBackToWhatWasCommittedHoweverMuchCameBehindASlowFrame() {
        var ids = published(colorized, TopicProbe.PATIENCE).pictureIds(Map.of(SLOW, 300L, STEADY, 998L));

        for (int offset = 300; offset < 1000; offset++) {
            assertThat(ids).contains(SLOW + "." + offset);
        }
        assertThat(ids).contains(STEADY + ".998", STEADY + ".999").doesNotContain(STEADY + ".900");
    }

    @Test
    void areTheNewestWhereNothingWasCommitted() {
        var ids = published(colorized, TopicProbe.PATIENCE).pictureIds(Map.of());

        assertThat(ids).contains(SLOW + ".999").hasSize(2 * PublishedFrames.LEAST);
    }

    @Test
    void areUnknownWhereNoBrokerAnswersAndTheServiceGoesOn() {
        assertThat(published(reader("127.0.0.1:9"), Duration.ofMillis(500)).pictureIds(Map.of()))
                .isEmpty();
    }
}
