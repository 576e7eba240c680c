package io.astrochrome.metrics.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.EventType;
import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameScored;
import io.astrochrome.events.FrameTrial;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Topics;
import io.astrochrome.events.deadletter.DeadLetterHeaders;
import io.astrochrome.metrics.sample.ReferencePsnr;
import io.astrochrome.metrics.sample.SampleFrame;
import io.astrochrome.metrics.scoring.ScoringStream;
import io.astrochrome.testkit.KeptSpans;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.StreamTestResource;
import io.astrochrome.testkit.TopicProbe;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
class ScoringStreamTest {
    private static final String SECOND_MODEL = SampleFrame.sha256("another model");

    @Inject
    ScoringStream stream;

    @Inject
    KeptSpans spans;

    StreamServers servers;

    private final String target = "target " + UUID.randomUUID();
    private final SampleFrame sky = SampleFrame.of(target, "light.fits", 7);

    @Test
    void scoresAFrameWhoseTruthCameFirst() throws EventFormatException {
        LabTensor truth = sky.tensor();
        FrameColorized colorized = sky.colorized(SampleFrame.MODEL, 0.7);

        writeTruth(truth);
        writeColours(colorized);

        FrameScored score = scores(1).get(0);
        assertThat(score.frameId()).isEqualTo(sky.frame().frameId());
        assertThat(score.modelId()).isEqualTo(SampleFrame.MODEL);
        assertThat(score.psnrDecibels()).isCloseTo(ReferencePsnr.of(truth, colorized.a(), colorized.b()), within(0.01));
    }

    @Test
    void scoringAndShowingEndAFramesTrace() throws InterruptedException {
        writeTruth(sky.tensor());
        servers.topics()
                .write(
                        Topics.COLORIZED,
                        target,
                        EventCodec.toBytes(sky.colorized(SampleFrame.MODEL, 0.7)),
                        Map.of(KeptSpans.HEADER, KeptSpans.traceparent(41)));

        for (String stage : List.of("score", "page")) {
            var span = spans.await(
                    one -> one.getName().equals(stage) && one.getTraceId().equals(KeptSpans.traceId(41)));
            assertThat(span.getParentSpanId()).isEqualTo("00000000000000aa");
            assertThat(span.getAttributes().toString()).contains(sky.frame().frameId());
        }
    }

    @Test
    void scoresAFrameWhoseTruthCameLast() throws EventFormatException {
        writeColours(sky.colorized(SampleFrame.MODEL, 0.7));
        writeColours(sky.colorized(SECOND_MODEL, 0.4));
        writeMarkerAndAwaitIt();
        writeTruth(sky.tensor());

        assertThat(scores(2)).extracting(FrameScored::modelId).containsExactly(SampleFrame.MODEL, SECOND_MODEL);
    }

    @Test
    void scoresWhatAChallengerMakesUnseenApartFromTheChampion() throws EventFormatException {
        writeTrial(sky.colorized(SECOND_MODEL, 0.9));
        writeMarkerAndAwaitIt();
        writeTruth(sky.tensor());
        scores(1);
        writeColours(sky.colorized(SampleFrame.MODEL, 0.4));
        writeTrial(sky.colorized(SECOND_MODEL, 0.9));

        List<FrameScored> scores = scores(2);

        assertThat(scores).extracting(FrameScored::modelId).containsExactly(SECOND_MODEL, SampleFrame.MODEL);
        assertThat(scores.get(0).gainDecibels()).isGreaterThan(scores.get(1).gainDecibels());
    }

    private void writeTrial(FrameColorized colours) {
        FrameTrial trial = new FrameTrial(
                colours.frame(),
                colours.geometry(),
                colours.modelId(),
                colours.modelName(),
                FrameTrial.SHADOW,
                1,
                colours.colorizedAt(),
                colours.a(),
                colours.b());
        servers.topics().write(Topics.COLORIZED_SHADOW, target, EventCodec.toBytes(trial));
    }

    @Test
    void scoresARepeatedFrameOnce() throws EventFormatException {
        writeTruth(sky.tensor());
        writeColours(sky.colorized(SampleFrame.MODEL, 0.7));
        writeTruth(sky.tensor());
        writeColours(sky.colorized(SampleFrame.MODEL, 0.7));
        writeMarkerAndAwaitIt();

        assertThat(scores(1)).hasSize(1);
        assertThat(allScores())
                .extracting(FrameScored::frameId)
                .containsOnlyOnce(sky.frame().frameId());
    }

    @Test
    void givesNoScoreToAFrameWithoutColour() throws EventFormatException {
        writeTruth(sky.mono());
        writeColours(sky.colorized(SampleFrame.MODEL, 0.7));
        writeMarkerAndAwaitIt();

        assertThat(allScores())
                .extracting(FrameScored::frameId)
                .doesNotContain(sky.frame().frameId());
    }

    @Test
    void remembersAcrossARestartWhatItHadSeen() throws EventFormatException {
        SampleFrame scoredBefore = SampleFrame.of(target, "before.fits", 8);
        writeTruth(scoredBefore.tensor());
        writeColours(scoredBefore.colorized(SampleFrame.MODEL, 0.5));
        writeTruth(sky.tensor());
        SampleFrame late = SampleFrame.of(target, "late.fits", 9);
        writeColours(late.colorized(SampleFrame.MODEL, 0.5));
        scores(1);
        writeMarkerAndAwaitIt();

        stream.stop(new ShutdownEvent());
        stream.start(new StartupEvent());

        writeColours(sky.colorized(SampleFrame.MODEL, 0.7));
        writeTruth(late.tensor());
        writeColours(scoredBefore.colorized(SampleFrame.MODEL, 0.5));
        writeMarkerAndAwaitIt();
        assertThat(scoresOfTarget())
                .extracting(FrameScored::frameId)
                .containsExactlyInAnyOrder(
                        scoredBefore.frame().frameId(),
                        sky.frame().frameId(),
                        late.frame().frameId());
    }

    @Test
    void goesOnWhenTheBrokerHasComeBack() throws EventFormatException {
        writeTruth(sky.tensor());
        servers.stopKafka();
        servers.startKafka();

        writeColours(sky.colorized(SampleFrame.MODEL, 0.7));

        assertThat(scores(1))
                .extracting(FrameScored::frameId)
                .containsExactly(sky.frame().frameId());
    }

    @Test
    void setsAsideWhatCannotBeReadAndGoesOn() throws EventFormatException {
        byte[] poison = "this is no tensor".getBytes(StandardCharsets.UTF_8);
        servers.topics().write(Topics.LAB_TENSORS, target, poison);
        writeTruth(sky.tensor());
        servers.topics().write(Topics.COLORIZED, target, null);
        writeColours(sky.colorized(SampleFrame.MODEL, 0.7));

        assertThat(scores(1)).hasSize(1);
        ConsumerRecord<String, byte[]> letter = servers.topics()
                .await(Topics.deadLetter(Topics.LAB_TENSORS), target, 1)
                .get(0);
        assertThat(letter.value()).isEqualTo(poison);
        assertThat(TopicProbe.header(letter, DeadLetterHeaders.STAGE)).isEqualTo("metrics");
        assertThat(TopicProbe.header(letter, DeadLetterHeaders.REASON)).contains("not a LabTensor");
        assertThat(TopicProbe.header(letter, DeadLetterHeaders.TOPIC)).isEqualTo(Topics.LAB_TENSORS);
        assertThat(TopicProbe.header(letter, DeadLetterHeaders.PARTITION)).isEqualTo("" + letter.partition());
        assertThat(TopicProbe.header(letter, DeadLetterHeaders.OFFSET)).matches("\\d+");
        assertThat(servers.topics().await(Topics.deadLetter(Topics.COLORIZED), target, 1))
                .hasSize(1);
    }

    @Test
    void setsAsideColoursThatDoNotFitTheirTruth() throws EventFormatException {
        SampleFrame larger = SampleFrame.of(
                target,
                "light.fits",
                new java.awt.image.BufferedImage(640, 320, 1),
                sky.frame().ingestedAt());
        writeColours(larger.colorized(SampleFrame.MODEL, 0.7));
        writeMarkerAndAwaitIt();
        writeTruth(sky.tensor());

        ConsumerRecord<String, byte[]> letter = servers.topics()
                .await(Topics.deadLetter(Topics.COLORIZED), target, 1)
                .get(0);
        assertThat(TopicProbe.header(letter, DeadLetterHeaders.REASON)).contains("not that of the truth");
    }

    @Test
    void publishesScoresAsCloudEvents() {
        writeTruth(sky.tensor());
        writeColours(sky.colorized(SampleFrame.MODEL, 0.7));

        ConsumerRecord<String, byte[]> record =
                servers.topics().await(Topics.QUALITY, target, 1).get(0);
        assertThat(TopicProbe.header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(TopicProbe.header(record, "ce_type")).isEqualTo(EventType.FRAME_SCORED.cloudEventsType());
        assertThat(TopicProbe.header(record, "ce_id")).isEqualTo(sky.frame().frameId() + "/" + SampleFrame.MODEL);
        assertThat(TopicProbe.header(record, "content-type")).isEqualTo("application/json");
    }

    /** A frame of the same target that is scored after all that was written before it: a fence in the stream. */
    private void writeMarkerAndAwaitIt() {
        SampleFrame marker = SampleFrame.of(target, "marker " + UUID.randomUUID(), 3);
        writeTruth(marker.tensor());
        writeColours(marker.colorized(SampleFrame.sha256("marker"), 1));
        servers.topics().await(Topics.QUALITY, 1, record -> new String(record.value(), StandardCharsets.UTF_8)
                .contains(marker.frame().frameId()));
    }

    private List<FrameScored> scores(int count) throws EventFormatException {
        servers.topics()
                .await(Topics.QUALITY, count, record -> target.equals(record.key()) && !isMarker(record.value()));
        return scoresOfTarget();
    }

    private List<FrameScored> scoresOfTarget() throws EventFormatException {
        return allScores().stream()
                .filter(score -> score.target().equals(target))
                .toList();
    }

    private List<FrameScored> allScores() throws EventFormatException {
        List<FrameScored> scores = new java.util.ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : servers.topics().readAll(Topics.QUALITY)) {
            if (!isMarker(record.value())) {
                scores.add(EventCodec.fromJson(record.value(), FrameScored.class));
            }
        }
        return scores;
    }

    private static boolean isMarker(byte[] score) {
        return new String(score, StandardCharsets.UTF_8).contains(SampleFrame.sha256("marker"));
    }

    private void writeTruth(LabTensor tensor) {
        servers.topics().write(Topics.LAB_TENSORS, target, EventCodec.toBytes(tensor));
    }

    private void writeColours(FrameColorized colorized) {
        servers.topics().write(Topics.COLORIZED, target, EventCodec.toBytes(colorized));
    }
}
