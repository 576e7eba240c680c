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
import io.astrochrome.manifests.asyncapi.AsyncApi;
import io.astrochrome.manifests.configuration.ConfigurationReference;
import io.astrochrome.manifests.source.SourceTree;
import io.astrochrome.testkit.StoredDocument;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    private static final SourceTree SOURCES = new SourceTree(StoredDocument.project());
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void describeTheTopicsAsTheCodeHasThem() {
        StoredDocument.named("asyncapi.yaml").mustBe(AsyncApi.document(SOURCES));
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
