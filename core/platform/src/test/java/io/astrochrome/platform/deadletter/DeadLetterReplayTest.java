package io.astrochrome.platform.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.Topics;
import io.astrochrome.events.deadletter.DeadLetterHeaders;
import io.astrochrome.events.deadletter.ReplayHeaders;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.TopicProbe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeadLetterReplayTest {
    private static StreamServers servers;
    private static DeadLetterQueue log;
    private static DeadLetterReplay replay;

    @BeforeAll
    static void start() {
        servers = StreamServers.start();
        Map<String, Object> broker = Map.of("bootstrap.servers", servers.bootstrapServers(), "no.client.key", "x");
        KafkaClients clients = new KafkaClients(TopicClient.DEAD_LETTERS, broker);
        log = new DeadLetterQueue(clients);
        replay = new DeadLetterReplay(clients);
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    private static void giveUp(String topic, String stage, String key, int offset, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put(DeadLetterHeaders.STAGE, stage);
        headers.put(DeadLetterHeaders.REASON, "the store was on fire");
        headers.put(DeadLetterHeaders.TOPIC, topic);
        headers.put(DeadLetterHeaders.PARTITION, "1");
        headers.put(DeadLetterHeaders.OFFSET, Integer.toString(offset));
        servers.topics().write(Topics.deadLetter(topic), key, ("value of " + key).getBytes(UTF_8), headers);
    }

    private static List<ConsumerRecord<String, byte[]>> back(String topic, String key) {
        return servers.topics().readAll(topic).stream()
                .filter(record -> key.equals(record.key()))
                .toList();
    }

    private static LetterFilter of(String target) {
        return new LetterFilter(null, null, Set.of(target), null);
    }

    @Test
    void putsALetterBackAsItWasAndTellsSo() {
        giveUp(Topics.LAB_TENSORS, "colorize", "M 51", 7, Map.of("ce_id", "frame-1", "dead-letter-cause", "fire"));
        StoredLetter letter = log.letters(of("M 51")).get(0);

        ReplayOutcome outcome = replay.replay(of("M 51"), "Ada");

        assertThat(outcome).isEqualTo(new ReplayOutcome(1, 0, 0));
        assertThat(back(Topics.LAB_TENSORS, "M 51")).singleElement().satisfies(record -> {
            assertThat(record.value()).isEqualTo("value of M 51".getBytes(UTF_8));
            assertThat(TopicProbe.header(record, "ce_id")).isEqualTo("frame-1");
            assertThat(TopicProbe.header(record, "dead-letter-cause")).isNull();
            assertThat(TopicProbe.header(record, DeadLetterHeaders.REASON)).isNull();
            assertThat(TopicProbe.header(record, ReplayHeaders.FROM)).isEqualTo(letter.id());
            assertThat(TopicProbe.header(record, ReplayHeaders.STAGE)).isEqualTo("colorize");
            assertThat(TopicProbe.header(record, ReplayHeaders.BY)).isEqualTo("Ada");
            assertThat(TopicProbe.header(record, ReplayHeaders.ATTEMPT)).isEqualTo("1");
        });
    }

    @Test
    void putsEachLetterBackOnceHoweverOftenItIsAsked() {
        giveUp(Topics.FRAMES, "preprocess", "M 101", 1, Map.of());
        giveUp(Topics.FRAMES, "preprocess", "M 101", 2, Map.of());
        replay.replay(of("M 101"), "Ada");

        assertThat(replay.replay(of("M 101"), "Ada")).isEqualTo(new ReplayOutcome(0, 2, 0));

        assertThat(back(Topics.FRAMES, "M 101")).hasSize(2);
        assertThat(log.letters(of("M 101")))
                .allSatisfy(letter -> assertThat(letter.replayedAt()).isNotNull());
    }

    @Test
    void putsARecordBackOnceThatTwoStagesGaveUp() {
        giveUp(Topics.LAB_TENSORS, "colorize", "M 33", 9, Map.of());
        giveUp(Topics.LAB_TENSORS, "metrics", "M 33", 9, Map.of());

        assertThat(replay.replay(of("M 33"), "Ada").replayed()).isEqualTo(2);

        assertThat(back(Topics.LAB_TENSORS, "M 33")).hasSize(1);
    }

    @Test
    void putsBackOnlyWhatIsMeantAndCountsTheAttempts() {
        giveUp(Topics.LAB_TENSORS, "colorize", "M 8", 1, Map.of(ReplayHeaders.ATTEMPT, "2", ReplayHeaders.BY, "Bob"));
        giveUp(Topics.LAB_TENSORS, "metrics", "M 8", 2, Map.of());
        giveUp(Topics.FRAMES, "colorize", "M 8", 3, Map.of());

        var filter = new LetterFilter(Set.of("colorize"), Set.of(Topics.LAB_TENSORS), Set.of("M 8"), null);
        assertThat(replay.replay(filter, "Ada").replayed()).isEqualTo(1);

        assertThat(back(Topics.FRAMES, "M 8")).isEmpty();
        assertThat(back(Topics.LAB_TENSORS, "M 8")).singleElement().satisfies(record -> {
            assertThat(TopicProbe.header(record, ReplayHeaders.ATTEMPT)).isEqualTo("3");
            assertThat(record.headers().headers(ReplayHeaders.BY)).hasSize(1);
        });
        String rest = log.letters(of("M 8")).stream()
                .filter(letter -> letter.replayedAt() == null && letter.stage().equals("metrics"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(replay.replay(new LetterFilter(null, null, null, Set.of(rest)), "Ada")
                        .replayed())
                .isEqualTo(1);
    }

    @Test
    void findsALetterByTheRecordThatWasGivenUp() {
        giveUp(Topics.LAB_TENSORS, "colorize", "M 27", 27, Map.of());

        var filter = new LetterFilter(null, null, null, Set.of(Topics.LAB_TENSORS + "/1/27"));
        assertThat(replay.replay(filter, "Ada").replayed()).isEqualTo(1);

        assertThat(back(Topics.LAB_TENSORS, "M 27")).hasSize(1);
    }

    @Test
    void theNewestAreThoseOfAllWhateverTopicTheyAreOn() {
        for (int i = 0; i < 12; i++) {
            giveUp(i % 3 == 0 ? Topics.FRAMES : Topics.COLORIZED, i % 2 == 0 ? "even" : "odd", "M 97", i, Map.of());
        }
        LetterFilter even = new LetterFilter(Set.of("even"), null, Set.of("M 97"), null);

        for (int most : new int[] {1, 2, 5, 6, 100}) {
            assertThat(log.newest(even, most))
                    .as("%d", most)
                    .isEqualTo(log.letters(even).stream().limit(most).toList());
        }
        assertThat(log.newest(even, 100)).hasSize(6);
    }

    @Test
    void knowsTheTopicOfALetterWithoutHeaders() {
        servers.topics().write(Topics.deadLetter(Topics.QUALITY), "M 1", "bare".getBytes(UTF_8));

        assertThat(log.letters(of("M 1"))).singleElement().satisfies(letter -> {
            assertThat(letter.topic()).isEqualTo(Topics.QUALITY);
            assertThat(letter.stage()).isEqualTo("unknown");
        });
        assertThat(replay.replay(of("M 1"), "Ada").replayed()).isEqualTo(1);
        assertThat(back(Topics.QUALITY, "M 1")).hasSize(1);
    }
}
