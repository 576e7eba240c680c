package io.astrochrome.metrics.web;

import static io.restassured.RestAssured.given;

import io.astrochrome.testkit.StoredDocument;
import io.astrochrome.testkit.StreamTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
@QuarkusTestResource(FakeIngest.class)
class OpenApiTest {
    @Test
    void isStoredAsTheServiceTellsIt() {
        StoredDocument.named("openapi/metrics-service.yaml")
                .mustBe(given().get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }
}
