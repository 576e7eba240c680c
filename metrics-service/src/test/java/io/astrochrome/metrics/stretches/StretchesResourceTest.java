package io.astrochrome.metrics.stretches;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.FramePosition;
import io.astrochrome.events.StretchApplied;
import io.astrochrome.events.stretch.SequenceStretch;
import io.astrochrome.events.stretch.StretchCause;
import io.astrochrome.events.stretch.StretchChange;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.testkit.StreamTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
class StretchesResourceTest {
    private static final Instant NIGHT = Instant.parse("2026-11-29T20:00:00Z");

    @Inject
    ObjectStore store;

    private final String target = "target " + UUID.randomUUID();

    private static StretchChange change(StretchCause cause, int second) {
        FramePosition at = new FramePosition(NIGHT.plusSeconds(second), "frame " + second);
        return new StretchChange(
                at,
                cause,
                "seen at " + second,
                null,
                new StretchApplied("midtone-linked", "target", Map.of("shadows", 0.01)),
                List.of(at));
    }

    private void keep() {
        SequenceStretch kept = SequenceStretch.begun(target, change(StretchCause.FIRST, 0), null)
                .changed(change(StretchCause.MOVED, 7), null);
        store.put(ObjectKeys.stretch(target, "f00d"), EventCodec.toJson(kept), "application/json");
    }

    @Test
    void tellsWhenAndWhyATargetsStretchesWereFittedNewestFirst() {
        keep();

        given().queryParam("target", target)
                .get("/api/stretches")
                .then()
                .statusCode(200)
                .body("cause", equalTo(List.of("MOVED", "FIRST")))
                .body("[0].detail", equalTo("seen at 7"))
                .body("[0].sequence", equalTo("f00d"));
        given().queryParam("target", "nobody").get("/api/stretches").then().body("$", hasSize(0));
    }

    @Test
    void asksForAnotherStretch() throws Exception {
        keep();

        reset(target, "Ada", "dawn").then().statusCode(200).body("target", equalTo(target));

        try (var in = store.open(ObjectKeys.stretchReset(target))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("Ada", "dawn");
        }
    }

    @Test
    void refusesARequestWithoutNameOrReasonOrOfATargetThatHasNone() {
        keep();

        reset(target, "Ada", " ").then().statusCode(400).body("detail", containsString("reason"));
        reset("m 311", "Ada", "dawn").then().statusCode(409).body("detail", containsString("m 311"));
    }

    private static Response reset(String target, String by, String reason) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("target", target, "by", by, "reason", reason))
                .post("/api/stretches/reset");
    }
}
