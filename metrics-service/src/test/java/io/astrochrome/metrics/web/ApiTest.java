package io.astrochrome.metrics.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.Topics;
import io.astrochrome.metrics.observatory.feed.FeedItem;
import io.astrochrome.metrics.observatory.feed.Gallery;
import io.astrochrome.metrics.sample.SampleFrame;
import io.astrochrome.platform.problem.Problem;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.testkit.StreamTestResource;
import io.astrochrome.testkit.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
@QuarkusTestResource(FakeIngest.class)
class ApiTest {
    private static final ConditionFactory SOON = await().atMost(TopicProbe.PATIENCE);

    @Inject
    ObjectStore store;

    @Inject
    Gallery gallery;

    @Inject
    FeedRebuild rebuild;

    StreamServers servers;

    private final String target = "target " + UUID.randomUUID();

    @Test
    void givesTheFeedPageByPageNewestFirst() {
        for (int i = 0; i < 5; i++) {
            coloured(frame(i));
        }
        awaitFrames(5);

        Response first =
                given().queryParam("target", target).queryParam("limit", 2).get("/api/frames");
        assertThat(first.jsonPath().getList("items.fileName")).containsExactly("4.fits", "3.fits");
        Response second = given().queryParam("target", target)
                .queryParam("limit", 3)
                .queryParam("after", first.jsonPath().getString("next"))
                .get("/api/frames");
        assertThat(second.jsonPath().getList("items.fileName")).containsExactly("2.fits", "1.fits", "0.fits");
        assertThat(second.jsonPath().getString("next")).isNull();
    }

    @Test
    void showsAFrameOnceHoweverOftenItIsColoured() {
        coloured(frame(1));
        coloured(frame(1));
        coloured(frame(2));
        awaitFrames(2);

        given().get("/api/frames/" + frame(1).frame().frameId())
                .then()
                .statusCode(200)
                .body("size()", equalTo(1));
    }

    @Test
    void hasTheSameGalleryAfterARestart() {
        coloured(frame(1));
        coloured(frame(2));
        awaitFrames(2);

        Gallery rebuilt = rebuild.fromTheLog();

        assertThat(rebuilt.newest(item -> item.frame().target().equals(target)))
                .extracting(FeedItem::id)
                .isEqualTo(gallery.newest(item -> item.frame().target().equals(target)).stream()
                        .map(FeedItem::id)
                        .toList())
                .hasSize(2);
    }

    @Test
    void takesTheColourOutOfTheGreyPicture() throws IOException {
        SampleFrame sky = coloured(SampleFrame.of(target, "sky.fits", 5));
        awaitFrames(1);

        BufferedImage grey = ImageIO.read(new ByteArrayInputStream(given().get(pictures(sky) + "grey.jpg")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray()));

        assertThat(grey.getRaster().getNumBands()).isEqualTo(1);
        assertThat(grey.getWidth()).isEqualTo(500);
    }

    @Test
    void makesThumbnailsOfAtMostTheConfiguredSide() throws IOException {
        SampleFrame sky = coloured(SampleFrame.of(
                target, "large.fits", new BufferedImage(1500, 900, BufferedImage.TYPE_INT_RGB), Instant.now()));
        awaitFrames(1);

        BufferedImage small = ImageIO.read(new ByteArrayInputStream(
                given().get(pictures(sky) + "thumbnail.jpg").asByteArray()));

        assertThat(small.getWidth()).isEqualTo(640);
        assertThat(small.getHeight()).isEqualTo(384);
    }

    @Test
    void streamsObjectsWholeByRangeAndNotAgain() {
        SampleFrame sky = coloured(frame(1));
        awaitFrames(1);
        String png = pictures(sky) + "colour.png";

        Response whole = given().get(png);
        assertThat(whole.contentType()).isEqualTo("image/png");
        assertThat(whole.header("Cache-Control")).contains("immutable");
        assertThat(whole.header("Content-Disposition")).contains("attachment").contains("1-colour.png");
        byte[] bytes = whole.asByteArray();
        assertThat(bytes).hasSize(Integer.parseInt(whole.header("Content-Length")));

        Response part = given().header("Range", "bytes=1-3").get(png);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 1-3/" + bytes.length);
        assertThat(part.asByteArray()).containsExactly('P', 'N', 'G');
        given().header("Range", "bytes=" + bytes.length + "-")
                .get(png)
                .then()
                .statusCode(416)
                .body("detail", containsString("none of those asked for"));
        given().header("If-None-Match", whole.header("ETag")).get(png).then().statusCode(304);
    }

    @Test
    void streamsFitsAndTheFrameAsItCame() {
        SampleFrame sky = coloured(frame(1));
        awaitFrames(1);

        given().get(pictures(sky) + "colour.fits").then().statusCode(200).contentType("image/fits");
        assertThat(given().get(pictures(sky) + "original").asString()).isEqualTo("fits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../application.yaml",
                "..%2f..%2f..%2fapplication.yaml",
                "%2e%2e/%2e%2e/etc/passwd",
                "luminance.fits",
                "colour.png%00.jpg"
            })
    void givesNothingThatIsNoPictureOfTheFrame(String name) {
        SampleFrame sky = coloured(frame(1));
        awaitFrames(1);

        assertThat(given().urlEncodingEnabled(false).get(pictures(sky) + name).statusCode())
                .isIn(400, 404);
        given().get("/api/pictures/" + "0".repeat(64) + "/" + SampleFrame.MODEL + "/preview.jpg")
                .then()
                .statusCode(404);
    }

    @Test
    void saysThatAnObjectIsGone() {
        SampleFrame sky = coloured(frame(1));
        awaitFrames(1);
        store.delete("colorized/" + SampleFrame.MODEL.substring(0, 12) + "/"
                + sky.frame().frameId() + ".jpg");

        given().get(pictures(sky) + "grey.jpg")
                .then()
                .statusCode(404)
                .body("detail", containsString("no longer has it"));
    }

    @Test
    void saysThatAPreviewWasAltered() {
        SampleFrame sky = coloured(frame(1));
        awaitFrames(1);
        store.put(
                "colorized/" + SampleFrame.MODEL.substring(0, 12) + "/"
                        + sky.frame().frameId() + ".jpg",
                new byte[77],
                "image/jpeg");

        given().get(pictures(sky) + "grey.jpg")
                .then()
                .statusCode(502)
                .body("detail", containsString("not the one that was written"));
    }

    @Test
    void passesUploadsOnWithTheirAnswers() {
        byte[] megabytes = new byte[3 << 20];

        given().body(megabytes)
                .contentType("application/octet-stream")
                .post("/api/frames?fileName=good.fits")
                .then()
                .statusCode(202)
                .body("frames[0].status", equalTo("accepted"));
        given().body(megabytes)
                .contentType("application/octet-stream")
                .post("/api/frames?fileName=bad.fits")
                .then()
                .statusCode(422)
                .contentType(Problem.MEDIA_TYPE)
                .body("detail", containsString("NAXIS1 is missing"));
        assertThat(FakeIngest.RECEIVED).contains("fileName=good.fits " + megabytes.length);
    }

    @Test
    void saysThatTheIngestServiceDoesNotAnswer() {
        given().body("SIMPLE")
                .post("/api/frames?fileName=silent.fits")
                .then()
                .statusCode(503)
                .body("detail", containsString("does not answer"));
    }

    @Test
    void refusesUploadsThatAnotherSitesPageMade() {
        given().header("Sec-Fetch-Site", "cross-site")
                .body("SIMPLE")
                .post("/api/frames?fileName=good.fits")
                .then()
                .statusCode(403);
    }

    @Test
    void servesThePageWithNothingFromElsewhereAndNoScriptInIt() {
        Response page = given().get("/");

        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.asString()).doesNotContain("http://", "https://", "<script>", "style=", "onclick");
    }

    @Test
    void metersScoresLatencyAndDeadLetters() {
        SampleFrame sky = SampleFrame.of(target, "sky.fits", 6);
        servers.topics().write(Topics.LAB_TENSORS, target, EventCodec.toBytes(sky.tensor()));
        coloured(sky);
        servers.topics().write(Topics.deadLetter(Topics.FRAMES), target, new byte[] {1});
        awaitFrames(1);

        SOON.until(() -> given().get("/q/metrics")
                .asString()
                .contains("astrochrome_frames_total{outcome=\"scored\",stage=\"score\"}"));
        String meters = given().get("/q/metrics").asString();
        assertThat(meters)
                .contains(
                        "astrochrome_quality_psnr_decibels_sum{",
                        "astrochrome_quality_grey_psnr_decibels_sum{",
                        "astrochrome_quality_gain_decibels{",
                        "astrochrome_quality_ssim_sum{",
                        "astrochrome_quality_delta_e2000_sum{",
                        "astrochrome_quality_colourfulness_ratio_sum{",
                        "astrochrome_end_to_end_seconds_bucket{");
        SOON.until(() ->
                given().get("/q/metrics").asString().contains("astrochrome_dead_letters_total{stage=\"unknown\""));
    }

    @Test
    void metersTheLagOfItsOwnGroup() {
        SampleFrame sky = SampleFrame.of(target, "lag.fits", 8);
        servers.topics().write(Topics.LAB_TENSORS, target, EventCodec.toBytes(sky.tensor()));

        SOON.until(() -> given().get("/q/metrics")
                .asString()
                .contains("astrochrome_consumer_lag_records{group=\"metrics-service\",topic=\"lab-tensors.v1\"}"));
    }

    @Test
    void tellsOfQualityOverTimeOldestFirst() {
        for (int i = 1; i <= 2; i++) {
            SampleFrame sky = SampleFrame.of(target, i + ".fits", 80 + i);
            servers.topics().write(Topics.LAB_TENSORS, target, EventCodec.toBytes(sky.tensor()));
            coloured(sky);
        }

        SOON.until(() -> given().queryParam("target", target)
                        .get("/api/trend")
                        .jsonPath()
                        .getList("gainDecibels")
                        .size()
                == 2);
        List<String> moments = given().queryParam("target", target)
                .get("/api/trend")
                .jsonPath()
                .getList("at");
        assertThat(moments).isSorted();
    }

    @Test
    void isHealthyWhileItsConsumersGoRound() {
        given().get("/q/health")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("consumers"))
                .body("checks.name", hasItem("feed"));
    }

    @Test
    void sumsTheFeedUp() {
        coloured(frame(1));
        awaitFrames(1);

        given().get("/api/summary")
                .then()
                .statusCode(200)
                .body("caughtUp", equalTo(true))
                .body("medianLatencyMillis", notNullValue())
                .body("targets.'" + target + "'", equalTo(1));
    }

    private SampleFrame frame(int number) {
        return SampleFrame.of(
                target,
                number + ".fits",
                new BufferedImage(90, 64, BufferedImage.TYPE_INT_RGB),
                Instant.parse("2026-11-22T20:00:00Z").plusSeconds(number));
    }

    private SampleFrame coloured(SampleFrame sky) {
        servers.topics()
                .write(Topics.COLORIZED, target, EventCodec.toBytes(sky.colorized(SampleFrame.MODEL, 0.6, store)));
        return sky;
    }

    private static String pictures(SampleFrame sky) {
        return "/api/pictures/" + sky.frame().frameId() + "/" + SampleFrame.MODEL + "/";
    }

    private void awaitFrames(int count) {
        SOON.until(() -> given().queryParam("target", target)
                        .get("/api/frames")
                        .jsonPath()
                        .getList("items")
                        .size()
                == count);
    }
}
