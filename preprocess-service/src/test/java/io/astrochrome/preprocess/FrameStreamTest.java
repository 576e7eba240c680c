package io.astrochrome.preprocess;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.awaitility.Awaitility.await;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.FrameLabels;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.Topics;
import io.astrochrome.events.deadletter.DeadLetterHeaders;
import io.astrochrome.events.night.StackOrder;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.night.SubPlace;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.compose.KnownColours;
import io.astrochrome.imaging.decode.DecodeLimits;
import io.astrochrome.imaging.decode.Decoded;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.prepare.FramePipeline;
import io.astrochrome.imaging.prepare.TensorPlanes;
import io.astrochrome.imaging.prepare.TensorShape;
import io.astrochrome.imaging.stretch.StretchChoice;
import io.astrochrome.imaging.write.KnownColoursFile;
import io.astrochrome.imaging.write.LuminanceFile;
import io.astrochrome.platform.attempt.Attempts;
import io.astrochrome.preprocess.stack.Nights;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.Sha256;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;
import io.astrochrome.testkit.KeptSpans;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.StreamTestResource;
import io.astrochrome.testkit.TopicProbe;
import io.astrochrome.testkit.frame.FrameKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
class FrameStreamTest {
    StreamServers servers;

    @Inject
    ObjectStore store;

    @Test
    void turnsALinearFitsFrameIntoItsLightnessAndKeepsItsLuminanceAndHeader(@TempDir Path folder) throws Exception {
        FrameIngested frame = send("mono", TestFrames.sky(500), "m31.fits", Purpose.LIVE);

        LabTensor tensor = tensor("mono");

        assertThat(tensor.frame()).isEqualTo(frame);
        assertThat(tensor.hasColour()).isFalse();
        assertThat(tensor.geometry()).isEqualTo(new TensorGrid(320, 240, 320, 224, 299, 224));
        assertThat(tensor.stretch().name()).isEqualTo("midtone-linked");
        assertThat(tensor.stretch().scope()).isEqualTo("target");
        assertThat(median(tensor.lightness()))
                .as("the background of 0.25, as L*")
                .isCloseTo(26.6f, within(1.5f));

        assertThat(tensor.luminance().key()).startsWith("luminance/" + frame.frameId());
        Path file = folder.resolve("luminance.fits");
        store.fetch(tensor.luminance(), file);
        try (LuminanceFile luminance = LuminanceFile.open(file)) {
            assertThat(luminance.width()).isEqualTo(TestFrames.WIDTH);
            assertThat(luminance.height()).isEqualTo(TestFrames.HEIGHT);
            assertThat(luminance.fitsCards()).anyMatch(card -> card.startsWith("OBJECT  = 'M31"));
        }
    }

    @Inject
    KeptSpans spans;

    @Test
    void continuesAFramesTraceWithASpanForEachStep() throws Exception {
        FrameIngested frame = event("traced", TestFrames.sky(501), "traced.fits", Purpose.LIVE);
        servers.topics()
                .write(
                        Topics.FRAMES,
                        "traced",
                        EventCodec.toJson(frame),
                        Map.of(KeptSpans.HEADER, KeptSpans.traceparent(21)));

        var tensor = servers.topics().await(Topics.LAB_TENSORS, "traced", 1).get(0);

        var span = spans.await(
                one -> one.getName().equals("preprocess") && one.getTraceId().equals(KeptSpans.traceId(21)));
        assertThat(span.getParentSpanId()).isEqualTo("00000000000000aa");
        assertThat(TopicProbe.header(tensor, KeptSpans.HEADER)).contains(span.getTraceId(), span.getSpanId());
        spans.await(
                one -> one.getName().equals("decode") && one.getParentSpanId().equals(span.getSpanId()));
    }

    @Test
    void givesAColourPictureItsColours() throws Exception {
        send("colour", TestFrames.colourPng(), "veil.png", Purpose.LIVE);

        LabTensor tensor = tensor("colour");

        assertThat(tensor.stretch().name()).isEqualTo("none");
        int lastOfContent = tensor.geometry().width() * (tensor.geometry().contentHeight() - 1)
                + tensor.geometry().contentWidth()
                - 1;
        // b* of #2040c0 and of #d08030 by the formulas of CIE 15, worked out apart from this project.
        assertThat(HalfFloat.toFloat(tensor.b()[0]) * 110).isCloseTo(-69.675f, within(0.1f));
        assertThat(HalfFloat.toFloat(tensor.b()[lastOfContent]) * 110).isCloseTo(53.912f, within(0.1f));
    }

    @Test
    void debayersAMosaic() throws Exception {
        send("mosaic", TestFrames.mosaic(800), "light.fits", Purpose.LIVE);

        LabTensor tensor = tensor("mosaic");

        assertThat(tensor.hasColour()).isTrue();
        assertThat(tensor.stretch().name()).isEqualTo("midtone-unlinked");
        assertThat(tensor.stretch().parameters()).containsKeys("shadows.red", "midtones.blue");
    }

    @Test
    void preparesTrainingAndValidationFramesInTheirOwnSizes() throws Exception {
        send("train", TestFrames.colourPng(), "train.png", Purpose.TRAIN);
        send("validation", TestFrames.colourPng(), "validation.png", Purpose.VALIDATION);

        LabTensor training = tensor("train");
        assertThat(training.geometry()).isEqualTo(new TensorGrid(320, 240, 352, 256, 341, 256));
        assertThat(training.luminance()).isNull();
        LabTensor validation = tensor("validation");
        assertThat(validation.geometry()).isEqualTo(new TensorGrid(240, 240, 224, 224, 224, 224));
        assertThat(validation.luminance()).isNull();
    }

    @Test
    void keepsWhatIsLearntFromAndMeasuredWithApartFromLiveFrames() throws Exception {
        FrameIngested train = event("a lesson", TestFrames.colourPng(), "train.png", Purpose.TRAIN);
        write(alone(event("no lesson", TestFrames.colourPng(), "live.png", Purpose.LIVE)));
        write(train);
        tensor("no lesson");

        LabTensor lesson = EventCodec.labTensor(servers.topics()
                .await(Topics.LESSONS, 1, record -> train.frameId().equals(record.key()) && isOf("a lesson", record))
                .get(0)
                .value());

        assertThat(lesson.frame().purpose()).isEqualTo(Purpose.TRAIN);
        assertThat(servers.topics().readAll(Topics.LESSONS)).noneMatch(record -> isOf("no lesson", record));
    }

    private static boolean isOf(String target, ConsumerRecord<String, byte[]> record) {
        try {
            return EventCodec.labTensor(record.value()).frame().target().equals(target);
        } catch (EventFormatException e) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource
    void sendsWhatTrainingFromFilesAndTheCommandLineSeeToo(FrameKind kind, @TempDir Path folder) throws Exception {
        FramePipeline pipeline = new FramePipeline(StretchChoice.DEFAULT);
        for (Purpose purpose : List.of(Purpose.LIVE, Purpose.TRAIN)) {
            String target = kind + " " + purpose;
            write(alone(event(target, kind.bytes(), kind.fileName(), purpose)));

            LabTensor tensor = tensor(target);

            Decoded decoded =
                    (Decoded) new FrameDecoder(DecodeLimits.DEFAULT).decode(kind.write(folder), kind.fileName());
            TensorPlanes expected = pipeline.prepare(
                    decoded.frame(),
                    TensorShape.whole(purpose == Purpose.LIVE ? TensorShape.LIVE_SIDE : FramePipeline.TRAINING_SIDE));
            assertThat(tensor.hasColour()).isEqualTo(kind.hasColour());
            assertThat(tensor.lightness()).isEqualTo(expected.lightness());
            assertThat(tensor.a()).isEqualTo(expected.a());
            assertThat(tensor.b()).isEqualTo(expected.b());
        }
    }

    @Test
    void stretchesASequenceAlikeAndRemembersHow() throws Exception {
        send("sequence", TestFrames.sky(500), "a.fits", Purpose.LIVE);
        send("sequence", TestFrames.sky(900), "b.fits", Purpose.LIVE);

        List<LabTensor> tensors = tensors("sequence", 2);

        assertThat(tensors.get(1).stretch()).isEqualTo(tensors.get(0).stretch());
        assertThat(median(tensors.get(1).lightness()))
                .as("a brighter sky stays brighter")
                .isGreaterThan(median(tensors.get(0).lightness()) + 10);
        try (var kept = store.list("stretch/")) {
            assertThat(kept).isNotEmpty();
        }
    }

    @Test
    void stacksANightAndSaysWhatBecameOfEachExposure(@TempDir Path folder) throws Exception {
        TestNight night = new TestNight(11);
        List<String> wheel = List.of("Ha", "OIII", "Ha", "OIII");
        for (int i = 0; i < wheel.size(); i++) {
            send("night", night.sub(i, wheel.get(i)), "sub" + i + ".fits", Purpose.LIVE);
        }
        send("night", new TestNight(12).sub(0, "Ha"), "elsewhere.fits", Purpose.LIVE);

        List<SubJudged> subs = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : servers.topics().await(Topics.SUBS, "night", 5)) {
            subs.add(EventCodec.fromJson(record.value(), SubJudged.class));
        }
        assertThat(subs.stream().filter(sub -> sub.place() == SubPlace.REFUSED))
                .singleElement()
                .satisfies(sub -> {
                    assertThat(sub.frame().fileName()).isEqualTo("elsewhere.fits");
                    assertThat(sub.reason()).contains("not those of the reference");
                });
        LabTensor picture = tensor("night");
        while (picture.stack().depth() < wheel.size()) {
            picture = nextTensor("night", picture);
        }
        assertThat(picture.stack().formula()).isEqualTo("hoo");
        nights.forget(); // as after a new start
        StackOrder order = new StackOrder("night", false, "natural", null, Set.of(), null, "Ada", null, Instant.now());
        store.put(ObjectKeys.stackOrder("night"), EventCodec.toJson(order), "application/json");
        assertThat(nextTensor("night", picture).stack().formula()).isEqualTo("natural");
        assertThat(picture.stack().subs()).isEqualTo(Map.of("Ha", 2, "OIII", 2));
        assertThat(picture.stack().seconds()).isEqualTo(Map.of("Ha", 120.0, "OIII", 120.0));
        assertThat(picture.stack().measured()).isGreaterThan(0.3);
        KnownColours known = KnownColoursFile.read(store.fetch(picture.stack().colours()));
        assertThat(known.colour().width()).isEqualTo(TestNight.WIDTH / 2);
        Path file = folder.resolve("luminance.fits");
        store.fetch(picture.luminance(), file);
        try (LuminanceFile luminance = LuminanceFile.open(file)) {
            assertThat(luminance.width()).isEqualTo(TestNight.WIDTH);
        }
    }

    @Test
    void tellsWhichFilterTheHeaderNames() throws Exception {
        write(alone(event("filtered", new TestNight(13).sub(0, "Ha"), "alone.fits", Purpose.LIVE)));

        LabTensor tensor = tensor("filtered");

        assertThat(tensor.stack()).isNull();
        assertThat(tensor.filters()).containsExactly("Ha");
    }

    @Test
    void tellsAFilterThatIsCalledOtherwiseHereByItsRole() throws Exception {
        write(alone(event("slot", new TestNight(14).sub(0, "Slot 5"), "alone.fits", Purpose.LIVE)));

        assertThat(tensor("slot").filters()).containsExactly("Ha");
    }

    @Test
    void whatIsMeasuredDeeplyCarriesTheTruth() throws Exception {
        TestNight night = new TestNight(3);
        int exposures = 16;
        for (int i = 0; i < exposures; i++) {
            send("deep", night.sub(i, i % 2 == 0 ? "Ha" : "OIII"), "deep" + i + ".fits", Purpose.LIVE);
        }
        LabTensor picture = tensor("deep");
        assertThat(picture.hasColour()).as("one exposure is no truth").isFalse();
        while (picture.stack().depth() < exposures) {
            picture = nextTensor("deep", picture);
        }
        assertThat(picture.stack().measured()).isGreaterThan(0.8);
        assertThat(picture.hasColour()).isTrue();
        assertThat(servers.topics().await(Topics.LESSONS, "deep", 1)).isNotEmpty();
        TensorGrid geometry = picture.geometry();
        LabImage truth = new TensorPlanes(
                        new TensorGrid(
                                geometry.frameWidth(),
                                geometry.frameHeight(),
                                geometry.width(),
                                geometry.height(),
                                geometry.contentWidth(),
                                geometry.contentHeight()),
                        picture.lightness(),
                        picture.a(),
                        picture.b())
                .picture();
        KnownColours known = KnownColoursFile.read(store.fetch(picture.stack().colours()));
        assertThat(chroma(known.colour())).isGreaterThan(1);
        assertThat(chroma(truth)).isCloseTo(chroma(known.colour()), withinPercentage(20));
    }

    /** The root mean square. */
    private static double chroma(LabImage picture) {
        double sum = 0;
        for (int i = 0; i < picture.a().length; i++) {
            sum += picture.a()[i] * picture.a()[i] + picture.b()[i] * picture.b()[i];
        }
        return Math.sqrt(sum / picture.a().length);
    }

    /** The tensor behind that one. */
    private LabTensor nextTensor(String target, LabTensor before) throws EventFormatException {
        for (int count = 2; ; count++) {
            List<LabTensor> tensors = tensors(target, count);
            for (int i = 0; i + 1 < tensors.size(); i++) {
                if (tensors.get(i).stack().stackId().equals(before.stack().stackId())) {
                    return tensors.get(i + 1);
                }
            }
        }
    }

    @Test
    void goesOnBehindARecordThatIsNoFrame() throws Exception {
        send("corrupt", TestFrames.sky(501), "before.fits", Purpose.LIVE);
        servers.topics().write(Topics.FRAMES, "corrupt", "{\"frameId\":".getBytes(StandardCharsets.UTF_8));
        send("corrupt", TestFrames.sky(502), "after.fits", Purpose.LIVE);

        assertThat(tensors("corrupt", 2))
                .extracting(tensor -> tensor.frame().fileName())
                .containsExactly("before.fits", "after.fits");
        ConsumerRecord<String, byte[]> letter = deadLetter("corrupt");
        assertThat(TopicProbe.header(letter, DeadLetterHeaders.STAGE)).isEqualTo("preprocess");
        assertThat(TopicProbe.header(letter, DeadLetterHeaders.TOPIC)).isEqualTo(Topics.FRAMES);
        assertThat(TopicProbe.header(letter, DeadLetterHeaders.OFFSET)).isNotBlank();
    }

    @Test
    void quarantinesATruncatedFileWithItsNameAndTheRule() {
        byte[] whole = TestFrames.sky(503);
        send("truncated", Arrays.copyOf(whole, whole.length / 2), "half.fits", Purpose.LIVE);

        assertThat(TopicProbe.header(deadLetter("truncated"), DeadLetterHeaders.REASON))
                .contains("half.fits")
                .contains("ends after");
    }

    @Test
    void goesOnBehindALineThatIsDrawnOut() throws Exception {
        send("line", TestFrames.panorama(8000, 1), "line.png", Purpose.VALIDATION);
        send("line", TestFrames.sky(508), "after.fits", Purpose.LIVE);

        assertThat(tensor("line").frame().fileName()).isEqualTo("after.fits");
        assertThat(TopicProbe.header(deadLetter("line"), DeadLetterHeaders.REASON))
                .contains("line.png")
                .contains("64 times the other");
    }

    @Inject
    Attempts attempts;

    @Inject
    Nights nights;

    @Test
    void quarantinesAFrameThatHasEndedTheProcessThreeTimes() throws Exception {
        FrameIngested frame = event("deadly", TestFrames.sky(509), "deadly.fits", Purpose.LIVE);
        for (int process = 0; process < 3; process++) {
            // Begun, and never ended: the process was gone first.
            attempts.begin(frame.frameId() + "-" + frame.purpose());
        }
        write(frame);
        send("deadly", TestFrames.sky(510), "after.fits", Purpose.LIVE);

        assertThat(tensor("deadly").frame().fileName()).isEqualTo("after.fits");
        assertThat(TopicProbe.header(deadLetter("deadly"), DeadLetterHeaders.REASON))
                .contains("deadly.fits")
                .contains("ended the process 3 times");
    }

    @Test
    void quarantinesAFrameWhoseObjectIsMissing() {
        FrameIngested frame = event("missing", TestFrames.sky(504), "gone.fits", Purpose.LIVE);
        store.delete(frame.object().key());
        write(frame);

        assertThat(TopicProbe.header(deadLetter("missing"), DeadLetterHeaders.REASON))
                .contains("gone.fits");
    }

    @Test
    void quarantinesAFrameWhoseObjectWasAltered() {
        FrameIngested frame = event("altered", TestFrames.sky(505), "altered.fits", Purpose.LIVE);
        byte[] other = TestFrames.sky(505);
        other[other.length / 2] ^= 1;
        store.put(frame.object().key(), other, "image/fits");
        write(frame);

        assertThat(TopicProbe.header(deadLetter("altered"), DeadLetterHeaders.REASON))
                .contains("altered.fits");
    }

    @Test
    void passesAFrameOnceThatComesTwice() throws Exception {
        FrameIngested frame = send("twice", TestFrames.sky(506), "twice.fits", Purpose.LIVE);
        write(frame);
        send("twice", TestFrames.sky(507), "next.fits", Purpose.LIVE);

        assertThat(tensors("twice", 2))
                .extracting(tensor -> tensor.frame().fileName())
                .containsExactly("twice.fits", "next.fits");
    }

    @Test
    void fitsAPanoramaIntoARecordAtTheLimit() throws Exception {
        send("panorama", TestFrames.panorama(3357, 250), "panorama.png", Purpose.LIVE);

        ConsumerRecord<String, byte[]> record =
                servers.topics().await(Topics.LAB_TENSORS, "panorama", 1).get(0);

        assertThat(record.value().length)
                .isBetween(StreamServers.MAX_MESSAGE_BYTES * 9 / 10, StreamServers.MAX_MESSAGE_BYTES);
        assertThat(EventCodec.labTensor(record.value()).geometry())
                .isEqualTo(new TensorGrid(3357, 250, 3008, 224, 3008, 224));
    }

    @Test
    void reducesALongerPanoramaFurther() throws Exception {
        send("strip", TestFrames.panorama(8000, 250), "strip.png", Purpose.LIVE);

        assertThat(tensor("strip").geometry()).isEqualTo(new TensorGrid(8000, 250, 3008, 96, 3008, 94));
    }

    @Test
    void givesUpAnEventThatLeavesNoRoomForItsTensor() {
        FrameIngested frame = event("crowded", TestFrames.panorama(3358, 250), "crowded.png", Purpose.LIVE);
        write(new FrameIngested(
                frame.frameId(),
                frame.target(),
                frame.object(),
                frame.mediaType(),
                frame.fileName(),
                frame.purpose(),
                frame.source(),
                null,
                frame.ingestedAt(),
                null,
                Map.of("note", "x".repeat(200_000))));

        assertThat(TopicProbe.header(deadLetter("crowded"), DeadLetterHeaders.REASON))
                .contains("crowded.png")
                .contains("max-message-bytes");
    }

    @Test
    void waitsForAStoreThatIsAwayAndLosesNothing() throws Exception {
        FrameIngested frame = event("patience", TestFrames.sky(508), "patience.fits", Purpose.LIVE);
        servers.stopStore();
        try {
            write(frame);
            awaitReadinessThatSays("patience.fits");
            given().get("/q/health/ready").then().statusCode(503);
        } finally {
            servers.startStore();
        }

        assertThat(tensor("patience").frame()).isEqualTo(frame);
        given().get("/q/health/ready").then().statusCode(200);
    }

    private static void awaitReadinessThatSays(String what) {
        await().atMost(TopicProbe.PATIENCE).untilAsserted(() -> assertThat(
                        given().get("/q/health/ready").body().asString())
                .contains(what));
    }

    private FrameIngested send(String target, byte[] bytes, String fileName, Purpose purpose) {
        FrameIngested frame = event(target, bytes, fileName, purpose);
        write(frame);
        return frame;
    }

    private FrameIngested event(String target, byte[] bytes, String fileName, Purpose purpose) {
        String frameId = Sha256.of(bytes);
        ObjectReference object = store.put(ObjectKeys.frame(frameId) + "-" + target, bytes, "application/octet-stream");
        return new FrameIngested(
                frameId,
                target,
                object,
                "application/octet-stream",
                fileName,
                purpose,
                "test",
                null,
                Instant.parse("2026-11-22T12:00:00Z"),
                null,
                Map.of());
    }

    /** Not to be stacked. */
    private static FrameIngested alone(FrameIngested frame) {
        return new FrameIngested(
                frame.frameId(),
                frame.target(),
                frame.object(),
                frame.mediaType(),
                frame.fileName(),
                frame.purpose(),
                frame.source(),
                null,
                frame.ingestedAt(),
                null,
                Map.of(FrameLabels.STACK, "no"));
    }

    private void write(FrameIngested frame) {
        servers.topics().write(Topics.FRAMES, frame.target(), EventCodec.toJson(frame));
    }

    private LabTensor tensor(String target) throws EventFormatException {
        return tensors(target, 1).get(0);
    }

    private List<LabTensor> tensors(String target, int count) throws EventFormatException {
        List<ConsumerRecord<String, byte[]>> records = servers.topics().await(Topics.LAB_TENSORS, target, count);
        List<LabTensor> tensors = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            tensors.add(EventCodec.labTensor(record.value()));
        }
        return tensors;
    }

    private ConsumerRecord<String, byte[]> deadLetter(String target) {
        return servers.topics()
                .await(Topics.deadLetter(Topics.FRAMES), target, 1)
                .get(0);
    }

    /** Of the values, as L*. */
    private static float median(short[] lightness) {
        float[] values = HalfFloat.toFloats(lightness);
        Arrays.sort(values);
        return (values[values.length / 2] + 1) * 50;
    }
}
