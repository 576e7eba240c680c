package io.astrochrome.colorize.stream;

import static io.restassured.RestAssured.given;

import io.astrochrome.testkit.StoredDocument;
import io.astrochrome.testkit.StreamTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
@QuarkusTestResource(TinyModelResource.class)
class OpenApiTest {
    @Test
    void isStoredAsTheServiceTellsIt() {
        StoredDocument.named("openapi/colorize-service.yaml")
                .mustBe(given().get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }
}
