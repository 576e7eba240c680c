package io.astrochrome.metrics.deadletter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.Topics;
import io.astrochrome.events.deadletter.DeadLetterHeaders;
import io.astrochrome.metrics.sample.SampleFrame;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.StreamTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
class DeadLetterResourceTest {
    StreamServers servers;

    private final String target = "given up " + UUID.randomUUID();

    @Test
    void showsAndPutsBackWhatWasGivenUp() {
        byte[] tensor =
                EventCodec.toBytes(SampleFrame.of(target, "light.fits", 7).tensor());
        servers.topics()
                .write(
                        Topics.deadLetter(Topics.LAB_TENSORS),
                        target,
                        tensor,
                        Map.of(
                                DeadLetterHeaders.STAGE, "colorize",
                                DeadLetterHeaders.REASON, "the luminance is missing",
                                DeadLetterHeaders.TOPIC, Topics.LAB_TENSORS,
                                DeadLetterHeaders.PARTITION, "0",
                                DeadLetterHeaders.OFFSET, "3"));

        given().queryParam("target", target)
                .queryParam("stage", "colorize")
                .get("/api/dead-letters")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].reason", equalTo("the luminance is missing"))
                .body("[0].topic", equalTo(Topics.LAB_TENSORS))
                .body("[0].key", equalTo(target));
        for (int replayed : new int[] {1, 0}) {
            given().contentType(ContentType.JSON)
                    .body("{\"targets\":[\"" + target + "\"]}")
                    .post("/api/dead-letters/replay")
                    .then()
                    .statusCode(200)
                    .body("replayed", equalTo(replayed))
                    .body("before", equalTo(1 - replayed));
        }

        assertThat(servers.topics().await(Topics.LAB_TENSORS, target, 1).get(0).value())
                .isEqualTo(tensor);
        given().queryParam("target", target).get("/api/dead-letters").then().body("[0].replayedAt", notNullValue());
    }

    @Test
    void refusesWhatIsNoRequest() {
        given().contentType(ContentType.JSON)
                .body("[1, 2]")
                .post("/api/dead-letters/replay")
                .then()
                .statusCode(400);
    }
}
