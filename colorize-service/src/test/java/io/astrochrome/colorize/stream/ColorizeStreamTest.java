package io.astrochrome.colorize.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.astrochrome.colorize.composing.FramePicture;
import io.astrochrome.colorize.stream.queue.SourcePosition;
import io.astrochrome.events.EventCodec;
import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.Topics;
import io.astrochrome.events.deadletter.DeadLetterHeaders;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.compose.KnownColours;
import io.astrochrome.platform.attempt.Attempts;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.testkit.KeptSpans;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.StreamTestResource;
import io.astrochrome.testkit.TopicProbe;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
@QuarkusTestResource(TinyModelResource.class)
class ColorizeStreamTest {
    StreamServers servers;

    @Inject
    ObjectStore store;

    @Inject
    KeptSpans spans;

    @Inject
    Attempts attempts;

    @AfterEach
    void storeRuns() {
        servers.startStore();
    }

    private void send(TestFrame frame) {
        servers.topics().write(Topics.LAB_TENSORS, frame.target(), frame.bytes());
    }

    private List<FrameColorized> coloured(String target, int count) throws Exception {
        List<FrameColorized> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : servers.topics().await(Topics.COLORIZED, target, count)) {
            events.add(EventCodec.frameColorized(record.value()));
        }
        return events;
    }

    private ConsumerRecord<String, byte[]> deadLetter(String target) {
        return servers.topics()
                .await(Topics.deadLetter(Topics.LAB_TENSORS), target, 1)
                .get(0);
    }

    @Test
    void paintsAStackInTheColoursThatWereMeasuredAndSaysSo() throws Exception {
        TestFrame frame = TestFrame.live(store, "measured", 31, 160, 120).stacked(store, known(1));
        send(frame);

        FrameColorized event = coloured("measured", 1).get(0);

        assertThat(event.stack()).isEqualTo(frame.tensor().stack());
        FramePicture png = FramePicture.read(store, event.pictures().png());
        png.assertLightnessOf(frame.luminance());
        assertThat(png.meanChroma()).isGreaterThan(12);
        assertThat(png.text()).contains("compositeCapture").doesNotContain(event.modelId());
        assertThat(event.pictures().png().key())
                .contains(frame.tensor().stack().stackId().substring(0, 12));
    }

    @Test
    void fillsAStackWithTheModelsColoursWhereNothingWasMeasured() throws Exception {
        TestFrame frame = TestFrame.live(store, "in part", 32, 160, 120).stacked(store, known(0.25f));
        send(frame);

        FrameColorized event = coloured("in part", 1).get(0);

        assertThat(event.stack().guessed()).isGreaterThan(0.5);
        FramePicture png = FramePicture.read(store, event.pictures().png());
        assertThat(png.text())
                .contains("compositeWithTrainedAlgorithmicMedia")
                .contains(event.modelId())
                .contains("guessed");
    }

    @Test
    void anotherStackOfTheSameNewestExposureIsAnotherPicture() throws Exception {
        TestFrame single = TestFrame.live(store, "taken out", 33, 160, 120);
        send(single.stacked(store, known(1)));
        send(single.stacked(store, known(0.5f)));
        send(single.stacked(store, known(1)));
        send(TestFrame.live(store, "taken out", 34, 160, 120));

        List<FrameColorized> events = coloured("taken out", 3);

        assertThat(events.get(1).frame()).isEqualTo(events.get(0).frame());
        assertThat(events.get(1).pictureId()).isNotEqualTo(events.get(0).pictureId());
        assertThat(events.get(1).pictures().png().key())
                .isNotEqualTo(events.get(0).pictures().png().key());
        assertThat(events.get(2).stack()).as("the third was the first again").isNull();
    }

    /** Red on a grid of half the size, measured by that part. */
    private static KnownColours known(float measured) {
        int points = 80 * 60;
        float[] lStar = new float[points];
        float[] a = new float[points];
        float[] share = new float[points];
        for (int i = 0; i < points; i++) {
            lStar[i] = 20 + 60f * (i % 80) / 80;
            a[i] = 25 * measured;
            share[i] = measured;
        }
        return new KnownColours(new LabImage(80, 60, lStar, a, new float[points]), share, new float[points]);
    }

    @Test
    void paintsAFrameInTheModelsColoursAndKeepsItsLightness() throws Exception {
        TestFrame frame = TestFrame.live(store, "whole way", 1, 200, 150);
        send(frame);

        FrameColorized event = coloured("whole way", 1).get(0);

        assertThat(event.frame()).isEqualTo(frame.ingested());
        assertThat(event.modelName()).isEqualTo("tiny");
        assertThat(event.stageMillis()).containsKeys("inference", "fetch", "compose", "store");
        float lightness = HalfFloat.toFloat(frame.tensor().lightness()[777]);
        assertThat(HalfFloat.toFloat(event.a()[777])).isCloseTo(TinyModelResource.MODEL.a(lightness), within(1e-3f));
        FramePicture png = FramePicture.read(store, event.pictures().png());
        png.assertSixteenBits();
        png.assertLightnessOf(frame.luminance());
        assertThat(png.meanChroma()).isGreaterThan(5);
        assertThat(png.text()).contains("compositeWithTrainedAlgorithmicMedia").contains(event.modelId());
        FramePicture preview = FramePicture.read(store, event.pictures().preview());
        assertThat(preview.image().getWidth()).isEqualTo(200);
        assertThat(preview.text()).contains("compositeWithTrainedAlgorithmicMedia");
        String fits = new String(store.fetch(event.pictures().fits()), StandardCharsets.ISO_8859_1);
        assertThat(fits).contains("FOCALLEN=                 1200").contains("HISTORY calibrated with flats");
        assertThat(fits).contains(event.modelId().substring(0, 12));
    }

    @Test
    void continuesAFramesTraceAndLinksItFromItsBatch() throws Exception {
        TestFrame frame = TestFrame.live(store, "traced", 1, 64, 64);
        servers.topics()
                .write(
                        Topics.LAB_TENSORS,
                        frame.target(),
                        frame.bytes(),
                        Map.of(KeptSpans.HEADER, KeptSpans.traceparent(31)));

        var event = servers.topics().await(Topics.COLORIZED, "traced", 1).get(0);

        SpanData span = spans.await(
                one -> one.getName().equals("colorize") && one.getTraceId().equals(KeptSpans.traceId(31)));
        assertThat(span.getParentSpanId()).isEqualTo("00000000000000aa");
        assertThat(TopicProbe.header(event, KeptSpans.HEADER)).contains(span.getTraceId(), span.getSpanId());
        SpanData batch = spans.await(one ->
                one.getLinks().stream().anyMatch(link -> link.getSpanContext().equals(span.getSpanContext())));
        assertThat(batch.getName()).isEqualTo("colorize batch");
        assertThat(batch.getTraceId()).isNotEqualTo(span.getTraceId());
    }

    @Test
    void keepsTheOrderOfEachTargetWhateverTheFramesSizes() throws Exception {
        List<String> targets = List.of("order A", "order B", "order C");
        for (int i = 0; i < 8; i++) {
            for (String target : targets) {
                int side = i % 3 == 0 ? 640 : 64 + 32 * (i % 2);
                send(TestFrame.live(store, target, i, side, side));
            }
        }

        for (String target : targets) {
            assertThat(coloured(target, 8))
                    .extracting(event -> event.frame().fileName())
                    .containsExactly(
                            "frame-0.fits",
                            "frame-1.fits",
                            "frame-2.fits",
                            "frame-3.fits",
                            "frame-4.fits",
                            "frame-5.fits",
                            "frame-6.fits",
                            "frame-7.fits");
        }
    }

    @Test
    void showsADuplicateOnce() throws Exception {
        TestFrame frame = TestFrame.live(store, "twice", 1, 64, 64);
        send(frame);
        send(frame);
        send(TestFrame.live(store, "twice", 2, 64, 64));

        coloured("twice", 2);

        assertThat(servers.topics().readAll(Topics.COLORIZED))
                .filteredOn(record -> "twice".equals(record.key()))
                .hasSize(2);
    }

    @Test
    void saysOfEachPictureWhichRecordItIsOf() throws Exception {
        send(TestFrame.live(store, "positions", 1, 64, 64));

        coloured("positions", 1);

        ConsumerRecord<String, byte[]> source =
                servers.topics().await(Topics.LAB_TENSORS, "positions", 1).get(0);
        ConsumerRecord<String, byte[]> event =
                servers.topics().await(Topics.COLORIZED, "positions", 1).get(0);
        assertThat(TopicProbe.header(event, SourcePosition.HEADER))
                .isEqualTo(source.partition() + "/" + source.offset());
        assertThat(event.partition()).isEqualTo(source.partition());
    }

    @Test
    void putsPoisonAsideAndGoesOn() throws Exception {
        send(TestFrame.live(store, "poisoned", 1, 64, 64));
        servers.topics().write(Topics.LAB_TENSORS, "poisoned", "no tensor".getBytes(StandardCharsets.UTF_8));
        send(TestFrame.live(store, "poisoned", 2, 64, 64));

        assertThat(coloured("poisoned", 2)).hasSize(2);
        ConsumerRecord<String, byte[]> letter = deadLetter("poisoned");
        assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo("no tensor");
        assertThat(TopicProbe.header(letter, DeadLetterHeaders.STAGE)).isEqualTo("colorize");
        assertThat(TopicProbe.header(letter, DeadLetterHeaders.REASON)).contains("not a LabTensor");
        assertThat(TopicProbe.header(letter, DeadLetterHeaders.TOPIC)).isEqualTo(Topics.LAB_TENSORS);
    }

    @Test
    void givesUpAFrameThatHasEndedTheProcessThreeTimesAndNoneThatWasUnderWayWithIt() throws Exception {
        TestFrame deadly = TestFrame.live(store, "deadly", 41, 64, 64);
        TestFrame beside = TestFrame.live(store, "deadly", 42, 64, 64);
        for (int process = 0; process < 3; process++) {
            // Begun, and never ended: the process was gone first.
            attempts.begin(deadly.tensor().pictureId());
        }
        attempts.begin(beside.tensor().pictureId());
        send(deadly);
        send(beside);
        send(TestFrame.live(store, "deadly", 43, 64, 64));

        assertThat(coloured("deadly", 2))
                .extracting(event -> event.frame().fileName())
                .containsExactly("frame-42.fits", "frame-43.fits");
        assertThat(TopicProbe.header(deadLetter("deadly"), DeadLetterHeaders.REASON))
                .contains("frame-41.fits")
                .contains("ended the process 3 times");
    }

    @Test
    void givesUpAFrameWhoseLuminanceIsGone() throws Exception {
        TestFrame frame = TestFrame.live(store, "gone", 1, 64, 64);
        store.delete(frame.tensor().luminance().key());
        send(frame);
        send(TestFrame.live(store, "gone", 2, 64, 64));

        assertThat(coloured("gone", 1).get(0).frame().fileName()).isEqualTo("frame-2.fits");
        assertThat(TopicProbe.header(deadLetter("gone"), DeadLetterHeaders.REASON))
                .contains(frame.tensor().luminance().key());
    }

    @Test
    void givesUpAFrameWhoseLuminanceWasAltered() throws Exception {
        TestFrame frame = TestFrame.live(store, "altered", 1, 64, 64);
        ObjectReference reference = frame.tensor().luminance();
        byte[] bytes = store.fetch(reference);
        bytes[bytes.length / 2]++;
        store.put(reference.key(), bytes, "image/fits");
        send(frame);

        assertThat(TopicProbe.header(deadLetter("altered"), DeadLetterHeaders.REASON))
                .contains("SHA-256")
                .contains(reference.key());
    }

    @Test
    void givesUpAFrameWhoseResultNoTopicTakesAndGoesOn() throws Exception {
        TestFrame plain = TestFrame.live(store, "wordy", 1, 64, 64);
        int room = StreamServers.MAX_MESSAGE_BYTES - EventCodec.toBytes(plain.tensor()).length;
        // Its record is just within the limit; the result says more of it.
        send(plain.withLabel("credit", "x".repeat(room - 600)));
        send(TestFrame.live(store, "wordy", 2, 64, 64));

        assertThat(coloured("wordy", 1).get(0).frame().fileName()).isEqualTo("frame-2.fits");
        assertThat(TopicProbe.header(deadLetter("wordy"), DeadLetterHeaders.REASON))
                .containsIgnoringCase("larger than");
    }

    @Test
    void givesUpALuminanceThatIsNoneOfThatFrame() throws Exception {
        TestFrame other = TestFrame.live(store, "another's", 1, 96, 64);
        TestFrame frame = TestFrame.live(store, "mixed up", 2, 64, 64)
                .withLuminance(other.tensor().luminance());
        send(frame);

        assertThat(TopicProbe.header(deadLetter("mixed up"), DeadLetterHeaders.REASON))
                .contains("96 x 64 px");
    }

    @Test
    void paintsAValidationFrameAtTheTensorsSizeAndSkipsTrainingFrames() throws Exception {
        send(TestFrame.of(store, "lessons", 1, 128, 128, Purpose.TRAIN));
        send(TestFrame.of(store, "lessons", 2, 128, 128, Purpose.VALIDATION));

        FrameColorized event = coloured("lessons", 1).get(0);

        assertThat(event.frame().fileName()).isEqualTo("frame-2.fits");
        assertThat(FramePicture.read(store, event.pictures().png()).image().getWidth())
                .isEqualTo(64);
    }

    @Test
    void waitsForTheStoreAndTurnsRedMeanwhile() throws Exception {
        TestFrame before = TestFrame.live(store, "outage", 1, 64, 64);
        TestFrame after = TestFrame.live(store, "outage", 2, 64, 64);
        servers.stopStore();
        send(before);
        send(after);

        awaitLiveness(503);
        given().get("/q/health/ready").then().statusCode(503);
        servers.startStore();

        assertThat(coloured("outage", 2))
                .extracting(event -> event.frame().fileName())
                .containsExactly("frame-1.fits", "frame-2.fits");
        awaitLiveness(200);
    }

    @Test
    void leavesWhatIsUnderWayToWhoeverHasItsPartition() throws Exception {
        List<TestFrame> frames = IntStream.range(0, 9)
                .mapToObj(i -> TestFrame.live(store, "moving " + i, 1, 64, 64))
                .toList();
        servers.stopStore();
        frames.forEach(this::send);
        awaitUnderWay(frames.size());
        Set<Integer> taken = new HashSet<>();
        try (var other = anotherInstance()) {
            other.subscribe(List.of(Topics.LAB_TENSORS));
            await("partitions for another instance").atMost(TopicProbe.PATIENCE).until(() -> {
                other.poll(Duration.ofMillis(100));
                other.assignment().forEach(partition -> taken.add(partition.partition()));
                return !taken.isEmpty();
            });
            servers.startStore();
            awaitUnderWay(0);

            assertThat(servers.topics().readAll(Topics.LAB_TENSORS))
                    .filteredOn(record -> record.key().startsWith("moving"))
                    .allSatisfy(record -> assertThat(published(record.key()))
                            .as("partition %d, taken: %s", record.partition(), taken)
                            .isEqualTo(taken.contains(record.partition()) ? 0 : 1));
        }
        for (TestFrame frame : frames) {
            coloured(frame.target(), 1);
            assertThat(published(frame.target())).as(frame.target()).isEqualTo(1);
        }
    }

    private long published(String target) {
        return servers.topics().readAll(Topics.COLORIZED).stream()
                .filter(record -> target.equals(record.key()))
                .count();
    }

    /** One that takes partitions over and colours nothing. */
    private KafkaConsumer<byte[], byte[]> anotherInstance() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                servers.bootstrapServers(),
                "group.id",
                "colorize-service",
                "enable.auto.commit",
                false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static void awaitUnderWay(int records) {
        await(records + " records under way").atMost(TopicProbe.PATIENCE).until(() -> given().get("/q/metrics")
                .asString()
                .contains("astrochrome_under_way_records{stage=\"colorize\"} " + records + ".0"));
    }

    private static void awaitLiveness(int status) {
        await("liveness answers " + status)
                .atMost(TopicProbe.PATIENCE)
                .until(() -> given().get("/q/health/live").statusCode() == status);
    }

    @Test
    void publishesAgainAfterTheBrokerWasAway() throws Exception {
        send(TestFrame.live(store, "broker", 1, 64, 64));
        coloured("broker", 1);
        servers.stopKafka();
        servers.startKafka();
        send(TestFrame.live(store, "broker", 2, 64, 64));

        assertThat(coloured("broker", 2))
                .extracting(event -> event.frame().fileName())
                .containsExactly("frame-1.fits", "frame-2.fits");
    }

    @Test
    void saysWhichModelItColoursWith() {
        given().get("/model")
                .then()
                .statusCode(200)
                .body("metadata.name", equalTo("tiny"))
                .body("executionProvider", equalTo("CPU"))
                .body("executionProviderReason", startsWith("CUDA did not load"));
    }

    @Test
    void countsWhatItDoes() throws Exception {
        send(TestFrame.live(store, "counted", 1, 64, 64));
        coloured("counted", 1);

        String meters = given().get("/q/metrics").asString();

        assertThat(meters)
                .contains("astrochrome_frames_total{outcome=\"coloured\",stage=\"colorize\"}")
                .contains("astrochrome_step_seconds_count{stage=\"colorize\",step=\"compose\"}")
                .contains("astrochrome_age_seconds_bucket{stage=\"colorize\"");
    }
}
