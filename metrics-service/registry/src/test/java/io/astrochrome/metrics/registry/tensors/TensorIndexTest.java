package io.astrochrome.metrics.registry.tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.Topics;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.meters.Meters;
import io.astrochrome.metrics.sample.SampleFrame;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.testkit.StreamServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TensorIndexTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private StreamServers servers;
    private TensorIndex index;

    @BeforeEach
    void start() {
        servers = StreamServers.start();
        index = new TensorIndex(
                new KafkaClients(TopicClient.METRICS, Map.of("bootstrap.servers", servers.bootstrapServers())),
                new Meters(new SimpleMeterRegistry()));
    }

    @AfterEach
    void stop() {
        index.stop(null);
        servers.close();
    }

    private void write(String topic, SampleFrame sample, Purpose purpose) {
        byte[] record = EventCodec.toBytes(sample.withPurpose(purpose).tensor());
        servers.topics().write(topic, sample.frame().target(), record);
    }

    @Test
    void measuresWithTheLessonsAndWithWhatCameBeforeThereWereSome() {
        SampleFrame lesson = SampleFrame.of("M 51", "a.fits", 1);
        SampleFrame before = SampleFrame.of("M 51", "b.fits", 2);
        write(Topics.LESSONS, lesson, Purpose.VALIDATION);
        write(Topics.LAB_TENSORS, lesson, Purpose.VALIDATION);
        write(Topics.LAB_TENSORS, before, Purpose.VALIDATION);

        index.start(null);
        await().atMost(PATIENCE)
                .until(() -> index.isCaughtUp() && index.validation().size() == 2);

        for (TensorPosition position : index.validation()) {
            assertThat(position.isLesson())
                    .as(position.partition().toString())
                    .isEqualTo(position.frameId().equals(lesson.frame().frameId()));
        }
    }

    @Test
    void takesNoLessonForALiveFrame() {
        write(Topics.LESSONS, SampleFrame.of("a stack", "a.fits", 1), Purpose.LIVE);
        write(Topics.LESSONS, SampleFrame.of("a picture", "b.fits", 2), Purpose.TRAIN);
        write(Topics.LAB_TENSORS, SampleFrame.of("a frame", "c.fits", 3), Purpose.LIVE);

        index.start(null);
        await().atMost(PATIENCE)
                .until(() -> index.isCaughtUp()
                        && index.trainingFramesSince(Instant.EPOCH) == 1
                        && index.live().size() == 1);

        assertThat(index.live()).extracting(LiveFrame::target).containsExactly("a frame");
    }
}
