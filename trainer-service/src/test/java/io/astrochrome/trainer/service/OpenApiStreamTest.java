package io.astrochrome.trainer.service;

import static io.restassured.RestAssured.given;

import io.astrochrome.testkit.StoredDocument;
import io.astrochrome.testkit.StreamTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TinyTrainer.class)
@QuarkusTestResource(StreamTestResource.class)
class OpenApiStreamTest {
    @Test
    void isStoredAsTheServiceTellsIt() {
        StoredDocument.named("openapi/trainer-service.yaml")
                .mustBe(given().get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }
}
