package io.astrochrome.platform.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.astrochrome.testkit.StreamTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
class OpenServiceTest {
    @Test
    void answersTheWholeMachineOnLoopback() {
        given().get(TestEndpoint.PATH).then().statusCode(200);
        given().get("/session").then().body("needed", equalTo(false));
    }

    @Test
    void refusesANameThatAStrangersPageWasReboundFrom() {
        given().header("Host", "rebound.example")
                .get(TestEndpoint.PATH)
                .then()
                .statusCode(403)
                .body("detail", containsString("127.0.0.1"));
    }

    @Test
    void refusesAnActionOfAnotherSitesPage() {
        given().header("Sec-Fetch-Site", "cross-site")
                .post(TestEndpoint.PATH)
                .then()
                .statusCode(403);
        given().header("Origin", "https://elsewhere.example")
                .post(TestEndpoint.PATH)
                .then()
                .statusCode(403);
        given().header("Sec-Fetch-Site", "same-site")
                .post(TestEndpoint.PATH)
                .then()
                .statusCode(403);
        given().header("Origin", "http://localhost:1")
                .post(TestEndpoint.PATH)
                .then()
                .statusCode(403);
        given().header("Origin", "http://localhost:" + RestAssured.port)
                .post(TestEndpoint.PATH)
                .then()
                .statusCode(200);
        given().header("Sec-Fetch-Site", "same-origin")
                .post(TestEndpoint.PATH)
                .then()
                .statusCode(200);
        given().post(TestEndpoint.PATH).then().statusCode(200);
    }
}
