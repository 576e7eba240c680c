package io.astrochrome.ingest.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.Topics;
import io.astrochrome.ingest.TestFrames;
import io.astrochrome.platform.access.Caller;
import io.astrochrome.platform.problem.Problem;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.Sha256;
import io.astrochrome.testkit.KeptSpans;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.StreamTestResource;
import io.astrochrome.testkit.TopicProbe;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
class UploadTest {
    StreamServers servers;

    @Inject
    ObjectStore store;

    @Inject
    KeptSpans spans;

    @TestHTTPResource
    URI service;

    @Test
    void storesAFrameAndPublishesItsReference() throws Exception {
        byte[] frame = TestFrames.fits("M 42", 1);
        String id = Sha256.of(frame);

        upload(frame, "?fileName=night1/orion.fits&palette=sho&label.class=nebula")
                .statusCode(202)
                .body("frames[0].id", equalTo(id))
                .body("frames[0].target", equalTo("M 42"))
                .body("frames[0].status", equalTo("accepted"))
                .body("frames[0].fileName", equalTo("orion.fits"));

        ConsumerRecord<String, byte[]> record =
                servers.topics().await(Topics.FRAMES, "M 42", 1).get(0);
        FrameIngested event = EventCodec.fromJson(record.value(), FrameIngested.class);
        assertThat(event.frameId()).isEqualTo(id);
        assertThat(event.mediaType()).isEqualTo("image/fits");
        assertThat(event.fileName()).isEqualTo("orion.fits");
        assertThat(event.purpose()).isEqualTo(Purpose.LIVE);
        assertThat(event.source()).isEqualTo("http");
        assertThat(event.palette()).isEqualTo("sho");
        assertThat(event.labels()).isEqualTo(Map.of("class", "nebula"));
        assertThat(event.exposedAt()).isEqualTo(Instant.parse("2026-03-04T05:06:07Z"));
        assertThat(TopicProbe.header(record, "ce_type")).isEqualTo("io.astrochrome.frame.ingested.v1");
        assertThat(TopicProbe.header(record, "ce_id")).isEqualTo(id);
        assertThat(store.fetch(event.object())).isEqualTo(frame);
    }

    @Test
    void refusesAPaletteThatNobodyKnows() {
        upload(TestFrames.fits("Sepia", 3), "?palette=sepia")
                .statusCode(400)
                .body(containsString("natural, sho, hoo, infrared, none, target, look:"));
    }

    @Test
    void beginsAFramesTrace() throws Exception {
        byte[] frame = TestFrames.fits("Traced", 77);
        upload(frame, "").statusCode(202);

        SpanData span = spans.await(one ->
                one.getName().equals("ingest") && one.getAttributes().toString().contains(Sha256.of(frame)));

        ConsumerRecord<String, byte[]> record =
                servers.topics().await(Topics.FRAMES, "Traced", 1).get(0);
        assertThat(TopicProbe.header(record, KeptSpans.HEADER)).contains(span.getTraceId(), span.getSpanId());
    }

    @Test
    void answersADuplicateAsSuchAndPublishesItOnce() {
        byte[] frame = TestFrames.fits("Duplicate", 2);
        upload(frame, "").statusCode(202);

        upload(frame, "?target=elsewhere")
                .statusCode(200)
                .body("frames[0].status", equalTo("duplicate"))
                .body("frames[0].id", equalTo(Sha256.of(frame)))
                .body("frames[0].target", equalTo("Duplicate"));

        assertThat(published(frame)).isEqualTo(1);
    }

    @Test
    void takesAFrameInAgainWhoseBytesTheStoreNoLongerHas() {
        byte[] frame = TestFrames.fits("Expired", 12);
        upload(frame, "").statusCode(202);
        store.delete(ObjectKeys.frame(Sha256.of(frame)));

        upload(frame, "").statusCode(202).body("frames[0].status", equalTo("accepted"));

        assertThat(store.stat(ObjectKeys.frame(Sha256.of(frame)))).isPresent();
        assertThat(published(frame)).isEqualTo(2);
    }

    @Test
    void announcesAFrameThatWasStoredBeforeACrash() {
        byte[] frame = TestFrames.fits("Crashed", 3);
        store.put(ObjectKeys.frame(Sha256.of(frame)), frame, "image/fits");

        upload(frame, "").statusCode(202);

        assertThat(published(frame)).isEqualTo(1);
    }

    @Test
    void filesAFrameUnderTheSendersTargetThenItsObjectThenItsFolder() {
        upload(TestFrames.fits("M 1", 4), "?target=Crab  Nebula&folder=f")
                .body("frames[0].target", equalTo("Crab Nebula"));
        upload(TestFrames.fits("M 1", 5), "?folder=f").body("frames[0].target", equalTo("M 1"));
        upload(TestFrames.fits(null, 6), "?folder=Pleiades").body("frames[0].target", equalTo("Pleiades"));
        upload(TestFrames.fits(null, 7), "").body("frames[0].target", equalTo("unnamed"));
    }

    @Test
    void takesManyFramesOfOneForm() {
        byte[] first = TestFrames.fits("Form 1", 8);
        byte[] second = TestFrames.fits(null, 9);

        given().multiPart("target", "Form target")
                .multiPart("purpose", "train")
                .multiPart("file", "first.fits", first)
                .multiPart("file", "second.fits", second)
                .multiPart("file", "again.fits", first)
                .post("/frames")
                .then()
                .statusCode(207)
                .body("frames.fileName", equalTo(List.of("first.fits", "second.fits", "again.fits")))
                .body("frames.status", equalTo(List.of("accepted", "accepted", "duplicate")))
                .body("frames[1].target", equalTo("Form target"));

        var records = servers.topics().await(Topics.FRAMES, "Form target", 2);
        assertThat(records).allSatisfy(record -> assertThat(
                        EventCodec.fromJson(record.value(), FrameIngested.class).purpose())
                .isEqualTo(Purpose.TRAIN));
    }

    @Test
    void answersAFormWhoseFramesAllFareAlikeWithTheirStatus() {
        given().multiPart("a", "a.fits", TestFrames.fits("Alike", 10))
                .multiPart("b", "b.fits", TestFrames.fits("Alike", 11))
                .post("/frames")
                .then()
                .statusCode(202);
    }

    @Test
    void refusesWhatIsNoPicture() {
        upload("once upon a time".getBytes(StandardCharsets.UTF_8), "?fileName=tale.txt")
                .statusCode(415)
                .body("frames[0].status", equalTo("rejected"))
                .contentType(Problem.MEDIA_TYPE)
                .body("title", equalTo("Unsupported Media Type"))
                .body("status", equalTo(415))
                .body("detail", containsString("tale.txt"))
                .body("frames[0].id", nullValue())
                .body("frames[0].reason", containsString("tale.txt"));
    }

    @Test
    void refusesAHeaderThatIsCutOff() {
        byte[] cut = new byte[200];
        System.arraycopy(TestFrames.fits("Cut", 12), 0, cut, 0, cut.length);

        upload(cut, "?fileName=cut.fits").statusCode(422).body("frames[0].reason", containsString("cut.fits"));
    }

    @Test
    void refusesMoreBytesThanTheLimitWhetherAnnouncedOrNot() throws Exception {
        byte[] large = new byte[12_000_001];
        String rule = "large.fits has more bytes than the limit of 12000000";

        upload(large, "?fileName=large.fits").statusCode(413).body("frames[0].reason", equalTo(rule));

        HttpRequest chunked = HttpRequest.newBuilder(service.resolve("/frames?fileName=large.fits"))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(chunked, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains(rule);
    }

    @Test
    void refusesMorePixelsThanTheLimit() {
        upload(TestFrames.fits("Huge", 16, 1001, 1000), "?fileName=huge.fits")
                .statusCode(422)
                .body("frames[0].reason", containsString("huge.fits"))
                .body("frames[0].reason", containsString("1000000"));
    }

    @Test
    void goesOnWithAFormAfterAFrameThatIsTooLarge() {
        given().multiPart("file", "large.fits", new byte[12_000_001])
                .multiPart("file", "small.fits", TestFrames.fits("After large", 17))
                .post("/frames")
                .then()
                .statusCode(207)
                .body("frames.status", equalTo(List.of("rejected", "accepted")));
    }

    @Test
    void saysWhatIsWrongWithAParameter() {
        upload(TestFrames.fits("Wrong", 13), "?purpose=fun")
                .statusCode(400)
                .body("detail", equalTo("purpose must be live, train or validation, not fun"));
        given().contentType("multipart/form-data; boundary=b")
                .body("--b--\r\n".getBytes(StandardCharsets.US_ASCII))
                .post("/frames")
                .then()
                .statusCode(400)
                .body("detail", equalTo("the form has no file"));
    }

    @Test
    void refusesAFormThatItCannotRead() {
        String header = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n";

        form(header + "X: " + "x".repeat(10_000) + "\r\n\r\n\r\n--b--\r\n", "8192 bytes of headers");
        form(header + "\r\ncut off", "cannot be read");
        form("--b\r\nX: y\r\n\r\nx\r\n".repeat(1001) + "--b--\r\n", "more than 1000 parts");
    }

    private static void form(String body, String reason) {
        given().contentType("multipart/form-data; boundary=b")
                .body(body.getBytes(StandardCharsets.US_ASCII))
                .post("/frames")
                .then()
                .statusCode(400)
                .body("detail", containsString(reason));
    }

    @Test
    void takesAFileNameOfAnyLengthAndShowsItsBeginning() {
        byte[] frame = TestFrames.fits("Long name", 18);

        given().contentType("application/octet-stream")
                .header("Content-Disposition", "attachment; filename=\"" + "\\\"\u0007".repeat(1000) + "\"")
                .body(frame)
                .post("/frames")
                .then()
                .statusCode(202)
                .body("frames[0].fileName", matchesPattern(".{1,255}"))
                .body("frames[0].fileName", not(containsString("\u0007")));
    }

    @Test
    void refusesAFileNameThatIsEncodedInAWayThatCannotBeRead() {
        given().contentType("application/octet-stream")
                .header("Content-Disposition", "attachment; filename=\"=?utf-8?B?a?=\"")
                .body(TestFrames.fits("Unreadable name", 20))
                .post("/frames")
                .then()
                .statusCode(400)
                .body("detail", containsString("Content-Disposition cannot be read"));
    }

    @Test
    void refusesLabelsThatNoRecordWouldHold() {
        byte[] frame = TestFrames.fits("Labelled", 19);
        StringBuilder many = new StringBuilder("?");
        for (int i = 0; i < 40; i++) {
            many.append("label.n").append(i).append("=x&");
        }

        upload(frame, many.toString()).statusCode(400).body("detail", containsString("at most 32 labels"));
        given().multiPart("label.class", "x".repeat(600))
                .multiPart("file", "frame.fits", frame)
                .post("/frames")
                .then()
                .statusCode(400)
                .body("detail", containsString("limit of 512"));
        given().multiPart("label.class", "x".repeat(65_000))
                .multiPart("file", "frame.fits", frame)
                .post("/frames")
                .then()
                .statusCode(400);
        upload(frame, "?label.a%0Ab=x").statusCode(400).body("detail", containsString("a label's name"));
        assertThat(published(frame)).isZero();
    }

    @Test
    void takesFramesThatModelsAreTaughtAndJudgedByFromOperatorsAlone() {
        byte[] frame = TestFrames.fits("Poison", 20);

        for (String purpose : List.of("train", "validation")) {
            given().header(Caller.ON_BEHALF_OF, "uploader")
                    .multiPart("purpose", purpose)
                    .multiPart("file", "frame.fits", frame)
                    .post("/frames")
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("operator"));
        }
        assertThat(published(frame)).isZero();
        given().header(Caller.ON_BEHALF_OF, "uploader")
                .contentType("application/octet-stream")
                .body(frame)
                .post("/frames")
                .then()
                .statusCode(202);
    }

    @Test
    void describesItsInterface() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/frames'.post.summary", equalTo("Take frames in"));
        given().get("/q/swagger-ui/").then().statusCode(200);
    }

    @Test
    void letsTheObservatoryPageSendFramesAndNoOther() {
        given().header("Origin", "http://127.0.0.1:8080")
                .body(TestFrames.fits("Page", 14))
                .post("/frames")
                .then()
                .statusCode(202)
                .header("Access-Control-Allow-Origin", "http://127.0.0.1:8080");
        given().header("Origin", "http://elsewhere.example")
                .body(TestFrames.fits("Page", 15))
                .post("/frames")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse upload(byte[] frame, String query) {
        return given().contentType("application/octet-stream")
                .body(frame)
                .post("/frames" + query)
                .then();
    }

    private long published(byte[] frame) {
        String id = Sha256.of(frame);
        return servers.topics().readAll(Topics.FRAMES).stream()
                .filter(record -> id.equals(TopicProbe.header(record, "ce_id")))
                .count();
    }
}
