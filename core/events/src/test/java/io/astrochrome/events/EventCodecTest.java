package io.astrochrome.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.deadletter.DeadLetterReplayed;
import io.astrochrome.events.model.ChallengerMode;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.events.model.ModelPublished;
import io.astrochrome.events.night.StackOrder;
import io.astrochrome.events.night.SubPlace;
import io.astrochrome.events.training.RetrainReason;
import io.astrochrome.events.training.RetrainRequest;
import io.astrochrome.events.training.TrainingProgress;
import io.astrochrome.events.training.TrainingState;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTest {
    static List<Record> eventsWithoutTensors() {
        return List.of(
                TestEvents.frame(),
                TestEvents.sub(),
                TestEvents.sub().movedTo(SubPlace.TAKEN_OUT, "a cloud, says Ada"),
                TestEvents.stack(),
                new StackOrder(
                        "M 31",
                        true,
                        "sho",
                        "look:hydrogen*1.3",
                        Set.of(TestEvents.ID),
                        null,
                        "Ada",
                        "clouds",
                        TestEvents.AT),
                new FrameScored(
                        TestEvents.ID,
                        "M 31",
                        Purpose.VALIDATION,
                        TestEvents.ID,
                        31.5,
                        31.1,
                        0.0007,
                        0.0008,
                        0.97,
                        0.96,
                        2.5,
                        3.5,
                        Double.NaN,
                        TestEvents.AT),
                new TrainingProgress(
                        "run-1",
                        "tiny",
                        "trainer-1",
                        TrainingState.RUNNING,
                        "warm-up",
                        10,
                        100,
                        Map.of("loss", 0.5),
                        90L,
                        null,
                        TestEvents.AT),
                new ModelPublished(
                        TestEvents.ID,
                        "small",
                        TestEvents.OBJECT,
                        "tiny",
                        TestEvents.ID,
                        TestEvents.ID,
                        "abc1234",
                        7,
                        224,
                        Map.of("psnr", 31.7),
                        Map.of("lightnessMean", 21.5),
                        "CC BY 4.0",
                        null,
                        "run-1",
                        TestEvents.AT),
                TestEvents.decision(ModelDecision.CHAMPION, TestEvents.ID, TestEvents.OBJECT, null, null),
                TestEvents.decision(ModelDecision.CHALLENGER, null, null, null, null),
                TestEvents.decision(
                        ModelDecision.CHALLENGER, TestEvents.ID, TestEvents.OBJECT, ChallengerMode.CANARY, 0.25),
                new RetrainRequest("r-1", RetrainReason.DRIFT, "tiny", "gain fell", "metrics", TestEvents.AT),
                new DeadLetterReplayed("frames.v1.dlq/0/3", "frames.v1", "preprocess", "Ada", TestEvents.AT));
    }

    @ParameterizedTest
    @MethodSource("eventsWithoutTensors")
    void bringsEveryRecordThroughJsonUnchanged(Record event) throws EventFormatException {
        assertThat(EventCodec.fromJson(EventCodec.toJson(event), event.getClass()))
                .isEqualTo(event);
    }

    @Test
    void writesInstantsAndNamesThatPeopleCanRead() {
        String json = new String(EventCodec.toJson(TestEvents.frame()), StandardCharsets.UTF_8);

        assertThat(json)
                .contains("\"ingestedAt\":\"2026-03-04T05:06:07.891Z\"")
                .contains("\"purpose\":\"TRAIN\"")
                .doesNotContain("palette");
    }

    @Test
    void passesOverFieldsOfANewerWriter() throws EventFormatException {
        String json = new String(EventCodec.toJson(TestEvents.frame()), StandardCharsets.UTF_8)
                .replaceFirst("\\{", "{\"seeing\":{\"arcsec\":2.1},");

        assertThat(EventCodec.fromJson(json.getBytes(StandardCharsets.UTF_8), FrameIngested.class))
                .isEqualTo(TestEvents.frame());
    }

    @Test
    void bringsTensorsThroughUnchanged() throws EventFormatException {
        for (boolean coloured : new boolean[] {true, false}) {
            LabTensor tensor = TestEvents.tensor(coloured);
            LabTensor read = EventCodec.labTensor(EventCodec.toBytes(tensor));

            assertThat(read).usingRecursiveComparison().isEqualTo(tensor);
            assertThat(read.hasColour()).isEqualTo(coloured);
        }
        FrameColorized colorized = TestEvents.colorized();
        assertThat(EventCodec.frameColorized(EventCodec.toBytes(colorized)))
                .usingRecursiveComparison()
                .isEqualTo(colorized);
        FrameTrial trial = new FrameTrial(
                colorized.frame(),
                colorized.geometry(),
                TestEvents.ID,
                "small",
                FrameTrial.SHADOW,
                12.5,
                TestEvents.AT,
                colorized.a(),
                colorized.b());
        assertThat(EventCodec.frameTrial(EventCodec.toBytes(trial)))
                .usingRecursiveComparison()
                .isEqualTo(trial);
    }

    @Test
    void saysWhatIsWrongWithARecord() {
        byte[] json = new String(EventCodec.toJson(TestEvents.frame()), StandardCharsets.UTF_8)
                .replace("\"target\":\"M 31\"", "\"target\":\" \"")
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> EventCodec.fromJson(json, FrameIngested.class))
                .isInstanceOf(EventFormatException.class)
                .hasMessageStartingWith("not a FrameIngested: ")
                .hasMessageContaining("target must not be blank")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> EventCodec.fromJson(null, FrameIngested.class))
                .hasMessage("not a FrameIngested: it is empty");
        assertThatThrownBy(() -> EventCodec.labTensor(null)).isInstanceOf(EventFormatException.class);
    }

    @Test
    void refusesATensorThatIsCutOffAnywhere() {
        byte[] whole = EventCodec.toBytes(TestEvents.tensor(true));
        for (int length = 0; length < whole.length; length += 97) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> EventCodec.labTensor(cut)).isInstanceOf(EventFormatException.class);
        }
    }

    @Test
    void refusesATensorWhoseGeometryIsAnothers() {
        LabTensor tensor = TestEvents.tensor(false);
        byte[] bytes = EventCodec.toBytes(tensor);
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        byte[] lying = latin.replace("\\\"height\\\":32", "\\\"height\\\":64").getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> EventCodec.labTensor(lying))
                .isInstanceOf(EventFormatException.class)
                .hasMessageContaining("lightness must have 4096 values, not 2048");
    }

    @Property(tries = 300)
    void neverFailsInAnotherWayOnPoison(@ForAll byte[] poison) {
        assertThatThrownBy(() -> EventCodec.fromJson(poison, FrameIngested.class))
                .isInstanceOf(EventFormatException.class);
        assertThatThrownBy(() -> EventCodec.labTensor(poison)).isInstanceOf(EventFormatException.class);
        assertThatThrownBy(() -> EventCodec.frameColorized(poison)).isInstanceOf(EventFormatException.class);
    }

    @Test
    void aTensorAndAPictureOfAStackSayWhatIsInIt() throws EventFormatException {
        LabTensor one = TestEvents.tensor(false);
        LabTensor stacked = new LabTensor(
                one.frame(),
                one.geometry(),
                one.stretch(),
                one.luminance(),
                one.preparedAt(),
                one.lightness(),
                null,
                null,
                TestEvents.stack());
        assertThat(EventCodec.labTensor(EventCodec.toBytes(stacked)).stack()).isEqualTo(TestEvents.stack());
        assertThat(EventCodec.labTensor(EventCodec.toBytes(one)).stack()).isNull();
        assertThat(TestEvents.stack().depth()).isEqualTo(5);
    }

    @Test
    void aSubThatIsInNoStackSaysWhy() {
        assertThatThrownBy(() -> TestEvents.sub().movedTo(SubPlace.REFUSED, " "))
                .hasMessageContaining("reason");
    }

    @Test
    void refusesTextThatCouldNotBeWrittenAgain() throws EventFormatException {
        String order = new String(EventCodec.toJson(TestEvents.frame()), StandardCharsets.UTF_8);
        String target = '"' + TestEvents.frame().target() + '"';
        assertThat(order).contains(target);

        String whole = order.replace(target, "\"\\ud83d\\ude80\"");
        assertThat(EventCodec.fromJson(whole.getBytes(StandardCharsets.UTF_8), FrameIngested.class)
                        .target())
                .isEqualTo("\ud83d\ude80");
        for (String half : List.of("\\ud83d", "\\ude80", "M 31 \\ude80\\ud83d")) {
            byte[] json = order.replace(target, '"' + half + '"').getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> EventCodec.fromJson(json, FrameIngested.class))
                    .isInstanceOf(EventFormatException.class)
                    .hasMessageContaining(WholeText.HALF);
        }
    }
}
