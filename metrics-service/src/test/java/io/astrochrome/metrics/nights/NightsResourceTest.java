package io.astrochrome.metrics.nights;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.night.StackOrder;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.night.SubMeasured;
import io.astrochrome.events.night.SubPlace;
import io.astrochrome.events.night.SubShown;
import io.astrochrome.metrics.observatory.nights.NightLog;
import io.astrochrome.metrics.sample.SampleFrame;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.testkit.StreamTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
class NightsResourceTest {
    @Inject
    ObjectStore store;

    @Inject
    NightLog log;

    private final String target = "target " + UUID.randomUUID();

    private FrameIngested heard(int number, String role, SubPlace place, String reason) {
        FrameIngested frame =
                SampleFrame.of(target, "sub" + number + ".fits", number).frame();
        SubMeasured measured = new SubMeasured(80, 2.5, 1.1, 800, 12);
        log.heard(new SubJudged(
                frame,
                role,
                role,
                60,
                place,
                reason,
                SubShown.NOT_ITSELF,
                measured,
                0.1,
                0.5,
                "dark of 60 s",
                number,
                Instant.now()));
        return frame;
    }

    private ValidatableResponse order(Map<String, Object> change) {
        return given().contentType(ContentType.JSON)
                .body(change)
                .post("/api/nights/order")
                .then();
    }

    private StackOrder kept() throws IOException, EventFormatException {
        try (var in = store.open(ObjectKeys.stackOrder(target))) {
            return EventCodec.fromJson(in.readAllBytes(), StackOrder.class);
        }
    }

    @Test
    void tellsWhatIsStackedAndWhatBecameOfEachExposureNewestFirst() {
        heard(1, "Ha", SubPlace.STACKED, null);
        heard(2, "Ha", SubPlace.STACKED, null);
        heard(3, "OIII", SubPlace.REFUSED, "its stars have 6 % of their light");

        given().queryParam("target", target)
                .get("/api/nights")
                .then()
                .statusCode(200)
                .body("filters", hasSize(1))
                .body("filters[0].role", equalTo("Ha"))
                .body("filters[0].subs", equalTo(2))
                .body("filters[0].seconds", equalTo(120f))
                .body("subs", hasSize(3))
                .body("subs[0].reason", containsString("6 %"))
                .body("subs[0].place", equalTo("refused"))
                .body("subs[2].width", equalTo(2.5f));
    }

    @Test
    void anExposureIsTakenOutAndBroughtBackAndTheRestOfTheOrderStays() throws Exception {
        FrameIngested frame = heard(1, "Ha", SubPlace.STACKED, null);
        order(Map.of("target", target, "by", "Ada", "formula", "sho", "takeOut", frame.frameId()))
                .statusCode(200);
        order(Map.of("target", target, "by", "Bo", "single", true)).statusCode(200);

        assertThat(kept().takenOut()).containsExactly(frame.frameId());
        assertThat(kept().formula()).isEqualTo("sho");
        assertThat(kept().single()).isTrue();
        given().queryParam("target", target)
                .get("/api/nights")
                .then()
                .body("filters", hasSize(0))
                .body("subs[0].place", equalTo("taken-out"));

        order(Map.of("target", target, "by", "Ada", "bringBack", frame.frameId()))
                .statusCode(200);
        assertThat(kept().takenOut()).isEmpty();
    }

    @Test
    void aLookIsRememberedForATargetUntilTheModelsOwnChoiceIsWantedAgain() throws Exception {
        order(Map.of("target", target, "by", "Ada", "palette", "look:golden*1.2"))
                .statusCode(200);
        order(Map.of("target", target, "by", "Ada", "single", true)).statusCode(200);
        assertThat(kept().palette()).isEqualTo("look:golden*1.2");

        order(Map.of("target", target, "by", "Ada", "palette", "")).statusCode(200);
        assertThat(kept().palette()).isNull();
        given().queryParam("target", target).get("/api/looks").then().statusCode(404);
    }

    @Test
    void aResetForgetsWhatWasTakenOut() throws Exception {
        FrameIngested frame = heard(1, "Ha", SubPlace.STACKED, null);
        order(Map.of("target", target, "by", "Ada", "takeOut", frame.frameId())).statusCode(200);
        order(Map.of("target", target, "by", "Ada", "reset", true)).statusCode(200);
        assertThat(kept().takenOut()).isEmpty();
        assertThat(kept().resetAt()).isNotNull();
    }

    @Test
    void wrongOrdersAreRefusedWithTheRule() {
        order(Map.of("target", target, "by", "Ada", "formula", "pink"))
                .statusCode(400)
                .body("detail", containsString("formula must be"));
        order(Map.of("target", target, "by", "Ada", "palette", "look:Pink"))
                .statusCode(400)
                .body("detail", containsString("a look's name"));
        order(Map.of("target", target)).statusCode(400).body("detail", containsString("by"));
        order(Map.of("by", "Ada")).statusCode(400);
        given().queryParam("target", "nobody").get("/api/nights").then().statusCode(404);
    }
}
