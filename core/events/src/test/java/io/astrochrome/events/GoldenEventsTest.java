package io.astrochrome.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.events.topic.Topic;
import io.astrochrome.events.topic.TopicTable;
import io.astrochrome.tensors.Safetensors;
import io.astrochrome.tensors.Tensor;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Events as releases wrote them, one file a topic or more. They are never changed nor deleted: the log holds such records for
 * ever. A field that an event gains goes into a file beside, such as {@code frames.v1-2.json}.
 */
class GoldenEventsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LATER = "SOMETHING_OF_A_LATER_RELEASE";

    static Stream<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.sorted().toList().stream();
        }
    }

    private static Topic topicOf(Path file) {
        String name = file.getFileName().toString().replaceFirst("(-\\d+)?\\.json$", "");
        return TopicTable.topic(name);
    }

    @Test
    void everyTopicHasSome() throws Exception {
        List<Topic> known = files().map(GoldenEventsTest::topicOf).toList();

        assertThat(known).containsAll(TopicTable.TOPICS);
    }

    @ParameterizedTest
    @MethodSource("files")
    void areReadForEverAndKeepEveryFieldByItsName(Path file) throws Exception {
        JsonNode golden = JSON.readTree(file.toFile());

        JsonNode written = written(topicOf(file), golden);

        assertContains(written, golden, file.getFileName().toString());
    }

    /** A stage gives such a record up, or passes over it: either way it goes on, and the record can be put back after an upgrade. */
    @ParameterizedTest
    @MethodSource("files")
    void aConstantOfALaterReleaseMakesARecordUnreadableAndNothingWorse(Path file) throws Exception {
        String golden = Files.readString(file);
        String later = golden.replaceAll(
                "\"(purpose|place|shown|state|kind|mode|reason)\": \"[A-Z_]+\"", "\"$1\": \"" + LATER + "\"");
        if (!later.equals(golden)) {
            JsonNode event = JSON.readTree(later);
            assertThatThrownBy(() -> written(topicOf(file), event))
                    .isInstanceOf(EventFormatException.class)
                    .hasMessageContaining(LATER);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFieldOfALaterReleaseIsPassedOver(Path file) throws Exception {
        JsonNode golden = JSON.readTree(file.toFile());
        JsonNode later = JSON.readTree(Files.readString(file).replaceFirst("\\{", "{\"later\": {\"a\": [1, \"b\"]}, "));

        assertThat(written(topicOf(file), later)).isEqualTo(written(topicOf(file), golden));
    }

    /** The event's JSON as this release writes it, of a record that has been read. */
    private static JsonNode written(Topic topic, JsonNode event) throws Exception {
        Class<? extends Record> type = topic.event();
        if (type == LabTensor.class) {
            return metadata(EventCodec.toBytes(EventCodec.labTensor(record(event))));
        }
        if (type == FrameColorized.class) {
            return metadata(EventCodec.toBytes(EventCodec.frameColorized(record(event))));
        }
        if (type == FrameTrial.class) {
            return metadata(EventCodec.toBytes(EventCodec.frameTrial(record(event))));
        }
        return JSON.readTree(
                EventCodec.toJson(EventCodec.fromJson(event.toString().getBytes(UTF_8), type)));
    }

    private static byte[] record(JsonNode event) {
        int width = event.at("/geometry/width").asInt();
        int height = event.at("/geometry/height").asInt();
        Map<String, Tensor> planes = new LinkedHashMap<>();
        for (String name : List.of("l", "a", "b")) {
            planes.put(name, Tensor.ofHalves(new short[width * height], height, width));
        }
        return new Safetensors(Map.of(EventCodec.EVENT_KEY, event.toString()), planes).toBytes();
    }

    private static JsonNode metadata(byte[] record) throws Exception {
        return JSON.readTree(
                Safetensors.read(ByteBuffer.wrap(record)).metadata().get(EventCodec.EVENT_KEY));
    }

    private static void assertContains(JsonNode written, JsonNode golden, String path) {
        if (golden.isObject()) {
            golden.fields()
                    .forEachRemaining(field -> assertContains(
                            written.path(field.getKey()), field.getValue(), path + "/" + field.getKey()));
        } else if (golden.isNumber()) {
            assertThat(written.asDouble()).as(path).isEqualTo(golden.asDouble());
        } else {
            assertThat(written).as(path).isEqualTo(golden);
        }
    }
}
