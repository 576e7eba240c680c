package io.astrochrome.metrics.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.astrochrome.events.EventCodec;
import io.astrochrome.events.FramePosition;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.StretchApplied;
import io.astrochrome.events.Topics;
import io.astrochrome.events.deadletter.DeadLetterHeaders;
import io.astrochrome.events.model.ModelPublished;
import io.astrochrome.events.stretch.SequenceStretch;
import io.astrochrome.events.stretch.StretchCause;
import io.astrochrome.events.stretch.StretchChange;
import io.astrochrome.events.stretch.StretchReset;
import io.astrochrome.metrics.sample.SampleFrame;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.testkit.StreamTestResource;
import io.astrochrome.testkit.model.TinyModel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an operator does on the page, in a real browser, and what of it arrives on the topics. */
@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
@QuarkusTestResource(FakeIngest.class)
class ObservatoryActionsTest extends ObservatoryInBrowser {
    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void promotesAModel() throws IOException {
        String modelId = published("actions " + unique);
        Page page = open();

        Locator model = page.locator(".model", new Page.LocatorOptions().setHasText("actions " + unique));
        model.locator("[data-do=promote]").click();
        assertThat(page.locator("#decide")).containsText("Promote actions " + unique + "?");
        decide(page, "it keeps the red of " + unique);

        assertThat(model.locator(".state")).hasText("champion");
        // The gate decides of other tests' models meanwhile, so that this decision need not be the newest.
        assertThat(page.locator("#decisions .decision")
                        .filter(new Locator.FilterOptions().setHasText("it keeps the red of " + unique)))
                .hasCount(1);
        assertThat(servers.topics()
                        .await(Topics.MODEL_DECISIONS, 1, record -> text(record.value())
                                .contains("it keeps the red of " + unique))
                        .get(0)
                        .value())
                .asString(StandardCharsets.UTF_8)
                .contains("PROMOTED", modelId, "Ada");
    }

    @Test
    void asksForANewModel() throws IOException {
        published("asked " + unique);
        Page page = open();

        page.locator("#retrain").click();
        decide(page, "new filters since " + unique);

        assertThat(page.locator("#decide")).not().isVisible();
        servers.topics().await(Topics.RETRAIN_REQUESTS, 1, record -> text(record.value())
                .contains("new filters since " + unique));
    }

    @Test
    void stretchesATargetAnew() throws Exception {
        SampleFrame frame = SampleFrame.of("m " + unique, "dawn.fits", 22);
        keepStretchOf(frame);
        servers.topics()
                .write(
                        Topics.COLORIZED,
                        frame.frame().target(),
                        EventCodec.toBytes(frame.colorized(SampleFrame.MODEL, 0.5, store)));
        Page page = open();
        page.locator(".card", new Page.LocatorOptions().setHasText("m " + unique))
                .first()
                .click();

        page.locator("#detail .static-stretch summary").click();
        assertThat(page.locator("#detail .stretch-changes")).containsText("fitted to dawn.fits");
        page.locator("#detail [data-do=restretch]").click();
        decide(page, "dawn came over " + unique);

        assertThat(page.locator("#decide")).not().isVisible();
        try (InputStream in = store.open(ObjectKeys.stretchReset(frame.frame().target()))) {
            StretchReset reset = EventCodec.fromJson(in.readAllBytes(), StretchReset.class);
            assertThat(reset.by()).isEqualTo("Ada");
            assertThat(reset.reason()).isEqualTo("dawn came over " + unique);
        }
    }

    private void keepStretchOf(SampleFrame frame) {
        FramePosition at = FramePosition.of(frame.frame());
        StretchChange first = new StretchChange(
                at,
                StretchCause.FIRST,
                "fitted to " + frame.frame().fileName(),
                null,
                new StretchApplied("midtone-linked", "target", Map.of("shadows", 0.01)),
                List.of(at));
        SequenceStretch kept = SequenceStretch.begun(frame.frame().target(), first, null);
        store.put(ObjectKeys.stretch(frame.frame().target(), "f00d"), EventCodec.toJson(kept), "application/json");
    }

    @Test
    void saysWhyADecisionIsRefused() throws IOException {
        published("refused " + unique);
        Page page = open();
        page.route(
                "**/promote",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(409)
                        .setContentType("application/problem+json")
                        .setBody("{\"detail\":\"the champion is pinned\"}")));

        page.locator(".model", new Page.LocatorOptions().setHasText("refused " + unique))
                .locator("[data-do=promote]")
                .click();
        decide(page, "no matter");

        assertThat(page.locator("#decide-problem")).hasText("the champion is pinned");
    }

    @Test
    void sendsADeadLetterThroughTheStreamAgain() {
        SampleFrame frame = SampleFrame.of(unique, "mended.fits", 21);
        servers.topics()
                .write(
                        Topics.deadLetter(Topics.FRAMES),
                        unique,
                        EventCodec.toJson(frame.frame()),
                        Map.of(
                                DeadLetterHeaders.STAGE, "preprocess",
                                DeadLetterHeaders.REASON, "the store forgot it",
                                DeadLetterHeaders.TOPIC, Topics.FRAMES,
                                DeadLetterHeaders.PARTITION, "0",
                                DeadLetterHeaders.OFFSET, "815"));
        Page page = open();
        Locator letter = page.locator(".letter", new Page.LocatorOptions().setHasText("offset 815"));

        letter.locator("button").click();

        assertThat(letter).containsText("Sent again");
        assertThat(letter.locator("button")).not().isVisible();
        servers.topics().await(Topics.FRAMES, unique, 1);
    }

    @Test
    void offersNobodyWhatTheirKeyIsRefused() throws IOException {
        published("seen " + unique);
        Page page = chromium.desktop();
        page.route(
                "**/session",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"needed\":true,\"known\":true,\"signedIn\":true,\"role\":\"viewer\"}")));

        page.navigate(address.toString());

        assertThat(page.locator(".model", new Page.LocatorOptions().setHasText("seen " + unique)))
                .isVisible();
        assertThat(page.locator("#sign-out")).isVisible();
        assertThat(page.locator("#add")).not().isVisible();
        assertThat(page.locator("#retrain")).not().isVisible();
        assertThat(page.locator("[data-do=promote]").first()).not().isVisible();
    }

    private Page open() {
        return open(chromium.desktop());
    }

    private static void decide(Page page, String reason) {
        page.getByLabel("Why").fill(reason);
        page.getByLabel("Your name").fill("Ada");
        page.locator("#decide-go").click();
    }

    private String published(String name) throws IOException {
        Path file = TinyModel.named(name).write(Files.createTempFile(Path.of("target"), "actions-", ".onnx"));
        ObjectReference object = store.put(ObjectKeys.model(SampleFrame.sha256(file)), file, "application/onnx");
        var event = new ModelPublished(
                object.sha256(),
                name,
                object,
                "tiny",
                null,
                null,
                null,
                1,
                64,
                Map.of("gainDecibels", 0.5),
                Map.of(),
                null,
                null,
                "run of " + name,
                Instant.now());
        servers.topics().write(Topics.MODELS, object.sha256(), EventCodec.toJson(event));
        return object.sha256();
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
