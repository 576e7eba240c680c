package io.astrochrome.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.StreamTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
class StoreReadinessTest {
    StreamServers servers;

    @AfterEach
    void bringTheStoreBack() {
        servers.startStore();
    }

    @Test
    void isNotReadyWhileTheStoreDoesNotAnswer() {
        assertThat(storeCheck()).containsEntry("status", "UP");

        servers.stopStore();
        assertThat(storeCheck()).containsEntry("status", "DOWN").containsKey("data");

        servers.startStore();
        assertThat(storeCheck()).containsEntry("status", "UP");
    }

    private static Map<String, Object> storeCheck() {
        Response health = RestAssured.get("/q/health/ready");
        List<Map<String, Object>> checks = health.jsonPath().getList("checks");
        return checks.stream()
                .filter(check -> StoreReadiness.NAME.equals(check.get("name")))
                .findFirst()
                .orElseThrow();
    }
}
