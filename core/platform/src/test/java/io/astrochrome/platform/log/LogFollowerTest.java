package io.astrochrome.platform.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.Topics;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.TopicProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogFollowerTest {
    private final List<LogFollower> followers = new ArrayList<>();
    private StreamServers servers;
    private KafkaClients clients;

    @BeforeEach
    void start() {
        servers = StreamServers.start();
        clients = new KafkaClients(TopicClient.METRICS, Map.of("bootstrap.servers", servers.bootstrapServers()));
    }

    @AfterEach
    void stop() {
        followers.forEach(LogFollower::close);
        servers.close();
    }

    /** What a follower has told. */
    private static final class Heard implements LogListener {
        final BlockingQueue<String> values = new LinkedBlockingQueue<>();
        final CountDownLatch upToDate = new CountDownLatch(1);

        @Override
        public void take(ConsumerRecord<byte[], byte[]> record) {
            String value = new String(record.value(), UTF_8);
            values.add(value);
            if (value.equals("poison")) {
                throw new IllegalStateException("poison is not taken");
            }
        }

        @Override
        public void looked(boolean isUpToDate) {
            if (isUpToDate) {
                upToDate.countDown();
            }
        }

        void awaitUpToDate() throws InterruptedException {
            assertThat(upToDate.await(TopicProbe.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        }

        String next() throws InterruptedException {
            return values.poll(TopicProbe.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private LogFollower follower(Heard heard, String... topics) {
        LogFollower follower = new LogFollower("follower", clients.reading(topics), LogSettings.DEFAULT, heard);
        followers.add(follower);
        return follower;
    }

    private void write(String topic, String value) {
        servers.topics().write(topic, "key", value.getBytes(UTF_8));
    }

    @Test
    void readsWhatThereIsSaysSoAndGoesOn() throws Exception {
        write(Topics.QUALITY, "first");
        write(Topics.QUALITY, "poison");
        Heard heard = new Heard();
        LogFollower follower = follower(heard, Topics.QUALITY);
        assertThat(follower.isCaughtUp()).isFalse();

        follower.start();

        heard.awaitUpToDate();
        assertThat(follower.isCaughtUp()).isTrue();
        assertThat(heard.values).containsExactly("first", "poison");
        write(Topics.QUALITY, "later");
        assertThat(List.of(heard.next(), heard.next(), heard.next())).containsExactly("first", "poison", "later");
    }

    @Test
    void goesOnWhereItWasWhenTheBrokerComesBack() throws Exception {
        write(Topics.QUALITY, "before");
        Heard heard = new Heard();
        follower(heard, Topics.QUALITY).start();
        assertThat(heard.next()).isEqualTo("before");

        servers.stopKafka();
        servers.startKafka();
        write(Topics.QUALITY, "after");

        assertThat(heard.next()).isEqualTo("after");
    }

    @Test
    void beginsWhereItIsTold() throws Exception {
        List.of("oldest", "older", "newest").forEach(value -> write(Topics.QUALITY, value));
        write(Topics.MODELS, "model");
        Heard heard = new Heard();

        follower(heard, Topics.QUALITY, Topics.MODELS)
                .from(LogStart.newest(Map.of(Topics.QUALITY, 1)))
                .start();

        heard.awaitUpToDate();
        assertThat(heard.values).containsExactlyInAnyOrder("newest", "model");
    }

    @Test
    void waitsForTopicsThatDoNotExistUnlessItIsToldOtherwise() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()))) {
            admin.deleteTopics(List.of(Topics.MODELS)).all().get();
            while (admin.listTopics().names().get().contains(Topics.MODELS)) {
                Thread.onSpinWait(); // a broker forgets it a little later
            }
            write(Topics.QUALITY, "there");
            Heard waiting = new Heard();
            LogFollower patient = follower(waiting, Topics.QUALITY, Topics.MODELS);
            Heard content = new Heard();
            LogFollower other = follower(content, Topics.QUALITY, Topics.MODELS).awaiting(Set.of(Topics.QUALITY));

            patient.start();
            other.start();

            waiting.awaitUpToDate();
            content.awaitUpToDate();
            assertThat(patient.isCaughtUp()).isFalse();
            assertThat(other.isCaughtUp()).isTrue();
            servers.topics().create(List.of(Topics.MODELS));
            write(Topics.MODELS, "model");
            assertThat(List.of(waiting.next(), waiting.next())).containsExactly("there", "model");
        }
    }
}
