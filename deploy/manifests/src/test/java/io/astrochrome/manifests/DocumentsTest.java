package io.astrochrome.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.astrochrome.events.EventCodec;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.Topics;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.manifests.asyncapi.AsyncApi;
import io.astrochrome.manifests.configuration.ConfigurationReference;
import io.astrochrome.manifests.source.SourceTree;
import io.astrochrome.manifests.topics.KafkaUsers;
import io.astrochrome.manifests.topics.TopicPages;
import io.astrochrome.testkit.StoredDocument;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentsTest {
    private static final SourceTree SOURCES = new SourceTree(StoredDocument.project());
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void describeTheTopicsAsTheCodeHasThem() {
        StoredDocument.named("asyncapi.yaml").mustBe(AsyncApi.document(SOURCES));
    }

    @Test
    void giveEachServiceTheRightsOfTheTable() {
        StoredDocument.at("deploy/kubernetes/streaming/users.yaml").mustBe(KafkaUsers.document());
    }

    @Test
    void sayWhatFlowsAsTheTableHasIt() {
        StoredDocument.named("design.md").mustHold("topics", TopicPages.flow());
    }

    @ParameterizedTest
    @MethodSource("services")
    void sayOfEachServiceWhatItReadsAndWrites(TopicClient service) {
        StoredDocument.at(service.clientName() + "/README.md").mustHold("topics", TopicPages.of(service));
    }

    static List<TopicClient> services() {
        return TopicClient.services();
    }

    @Test
    void describeTheConfigurationAsTheCodeHasIt() {
        StoredDocument.named("configuration.md").mustBe(ConfigurationReference.page(SOURCES));
    }

    @Test
    void nameEveryTopic() {
        assertThat(Yamls.map(document(), "channels").keySet())
                .containsExactlyInAnyOrderElementsOf(Topics.withDeadLetters());
    }

    @Test
    void describeAnEventAsItIsWritten() throws IOException {
        var event = new FrameIngested(
                "a".repeat(64),
                "M 31",
                new ObjectReference("astrochrome", "frames/aa/a", 2880, "a".repeat(64)),
                "image/fits",
                "m31.fits",
                Purpose.LIVE,
                "http",
                null,
                Instant.parse("2026-11-22T20:00:00Z"),
                null,
                Map.of("class", "galaxy"));
        var written = JSON.readTree(EventCodec.toJson(event));
        Map<String, Object> schema = new HashMap<>(Map.of("$ref", "#/components/schemas/FrameIngested"));
        schema.put("components", Yamls.map(document(), "components"));
        var validator =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(JSON.valueToTree(schema));

        assertThat(validator.validate(written)).isEmpty();
        assertThat(Yamls.map(document(), "components", "schemas", "FrameIngested", "properties")
                        .keySet())
                .containsAll(written::fieldNames);
        ((ObjectNode) written).remove("target");
        assertThat(validator.validate(written)).isNotEmpty();
    }

    private static Map<String, Object> document() {
        return Yamls.all(AsyncApi.document(SOURCES)).get(0);
    }
}
