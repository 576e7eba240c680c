package io.astrochrome.platform.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.astrochrome.testkit.StreamTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
class ProblemsTest {
    @Test
    void saysWhatAResourceSays() {
        problem(given().get("/things/refused"), 409, "Conflict")
                .body("detail", equalTo("there is \"another\" already"))
                .body("type", nullValue());
        problem(given().get("/things/away"), 503, "Service Unavailable")
                .header("Retry-After", "5")
                .body("seconds", equalTo(5));
    }

    @Test
    void saysWhatTheFrameworkRefuses() {
        problem(given().get("/nothing/here"), 404, "Not Found")
                .body("detail", equalTo("there is nothing at /nothing/here"));
        problem(given().get("/things/not/here"), 404, "Not Found").body("detail", containsString("/things/not/here"));
        problem(given().get("/q/nothing"), 404, "Not Found");
        problem(given().delete("/things"), 405, "Method Not Allowed")
                .body("detail", equalTo("/things does not answer DELETE"));
        problem(given().accept("text/csv").get("/things"), 406, "Not Acceptable")
                .body("detail", containsString("Accept"));
        problem(given().contentType("text/plain").body("x").post("/things"), 415, "Unsupported Media Type")
                .body("detail", containsString("Content-Type"));
        problem(given().get("/things?limit=many"), 404, "Not Found").body("detail", containsString("a parameter"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"size\": | the body is not the JSON that is expected here: see line 1",
                "[] | the body is not the JSON that is expected here: see line 1",
                "{\"size\": \"large\"} | the body's field size is not of the kind that is expected there",
                "{\"size\": -1} | a thing's size is 0 or more, not -1",
                "{\"names\": {\"en\": \"\\ud83d\"}} | the body's field names.en is no text: it has half of a character",
                "{\"names\": {\"\\ude80\": \"\"}} | the body's field names is not of the kind that is expected there"
            })
    void saysWhatIsWrongWithABodyWithoutNamingItsClasses(String body, String detail) {
        problem(given().contentType("application/json").body(body).post("/things"), 400, "Bad Request")
                .body("detail", containsString(detail))
                .body(not(containsString("astrochrome")));
    }

    @Test
    void keepsWhatFailedInTheLogAndSaysWhereItIs() {
        Kept log = new Kept();
        Logger logger = Logger.getLogger(RouterProblems.class.getName());
        logger.addHandler(log);

        String detail = problem(given().get("/things/broken"), 500, "Internal Server Error")
                .body(not(containsString(TestResource.SECRET)))
                .extract()
                .path("detail");

        logger.removeHandler(log);
        String id = detail.substring(detail.lastIndexOf(' ') + 1);
        assertThat(log.records).singleElement().satisfies(record -> {
            assertThat(record.getMessage()).contains(id);
            assertThat(record.getThrown()).hasMessage(TestResource.SECRET);
        });
    }

    @Test
    void saysThatABodyIsTooLargeBeforeItIsSent() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write("POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99000000\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 413")
                    .contains(Problem.MEDIA_TYPE, "the body has 99000000 bytes; the limit");
        }
    }

    @Test
    void isAlwaysAnError() {
        assertThatThrownBy(() -> new Problem(204, "fine")).hasMessageContaining("400 or more, not 204");
    }

    /** What was logged. */
    private static final class Kept extends Handler {
        private final List<LogRecord> records = new ArrayList<>();

        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static ValidatableResponse problem(Response response, int status, String title) {
        return response.then()
                .statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("title", equalTo(title))
                .body("status", equalTo(status));
    }
}
