package io.astrochrome.ingest.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.astrochrome.events.Topics;
import io.astrochrome.ingest.TestFrames;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.Sha256;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.StreamTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
class UnavailableServersTest {
    StreamServers servers;

    @Inject
    ObjectStore store;

    @AfterEach
    void bringTheServersBack() {
        servers.startKafka();
        servers.startStore();
    }

    @Test
    void announcesNothingWhileKafkaIsAwayAndTakesTheFrameLater() {
        byte[] frame = TestFrames.fits("Kafka away", 200);
        String id = Sha256.of(frame);
        servers.stopKafka();

        upload(frame).statusCode(503).header("Retry-After", "5").body("frames[0].status", equalTo("unavailable"));

        assertThat(store.stat(ObjectKeys.ingested(id))).isEmpty();
        given().get("/q/health/ready").then().statusCode(503);

        servers.startKafka();
        assertThat(servers.topics().readAll(Topics.FRAMES)).noneMatch(record -> "Kafka away".equals(record.key()));
        upload(frame).statusCode(202);
        assertThat(servers.topics().await(Topics.FRAMES, "Kafka away", 1)).hasSize(1);
    }

    @Test
    void leavesNothingBehindWhileTheStoreIsAwayAndTakesTheFrameLater() {
        byte[] frame = TestFrames.fits("Store away", 201);
        servers.stopStore();

        upload(frame).statusCode(503).header("Retry-After", "5");

        servers.startStore();
        assertThat(store.stat(ObjectKeys.frame(Sha256.of(frame)))).isEmpty();
        assertThat(servers.topics().readAll(Topics.FRAMES)).noneMatch(record -> "Store away".equals(record.key()));
        upload(frame).statusCode(202);
    }

    private static ValidatableResponse upload(byte[] frame) {
        return given().contentType("image/fits").body(frame).post("/frames").then();
    }
}
