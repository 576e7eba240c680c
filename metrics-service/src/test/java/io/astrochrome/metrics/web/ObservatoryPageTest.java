package io.astrochrome.metrics.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import io.astrochrome.events.EventCodec;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Topics;
import io.astrochrome.events.deadletter.DeadLetterHeaders;
import io.astrochrome.events.model.DecisionKind;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.events.training.TrainingProgress;
import io.astrochrome.events.training.TrainingState;
import io.astrochrome.metrics.sample.SampleFrame;
import io.astrochrome.testkit.StreamTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page in a real browser, on a desk and on a phone, with a real broker and store behind it. */
@QuarkusTest
@QuarkusTestResource(StreamTestResource.class)
@QuarkusTestResource(FakeIngest.class)
class ObservatoryPageTest extends ObservatoryInBrowser {
    private final String target = "NGC " + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void showsAFrameDevelopingThenColouredThenScoredWithoutBeingReloaded() {
        Page page = open(chromium.desktop());
        SampleFrame sky = SampleFrame.of(target, "light_1.fits", 11);

        servers.topics().write(Topics.FRAMES, target, EventCodec.toJson(sky.frame()));
        assertThat(card(page)).containsText("Developing");
        colour(sky, 0.6);
        assertThat(card(page).locator(".badge")).containsText("Synthetic colour");
        assertThat(card(page)).containsText("No truth");
        servers.topics().write(Topics.LAB_TENSORS, target, EventCodec.toBytes(sky.tensor()));
        assertThat(card(page).locator(".chips")).containsText(Pattern.compile("Gain\\+\\d+\\.\\d\\d dB.*PSNR.*SSIM"));
        assertThat(page.locator("#grid .card", new Page.LocatorOptions().setHasText(target)))
                .hasCount(1);
    }

    @Test
    void comparesBeforeAndAfterByKeyboardAndByPointer() {
        scored("light_2.fits", 12);
        Page page = open(chromium.desktop());
        Locator slider = card(page).locator("input[type=range]");

        slider.focus();
        String before = slider.inputValue();
        page.keyboard().press("ArrowRight");
        assertThat(slider).not().hasValue(before);
        page.keyboard().press("Home");
        assertThat(slider).hasValue("0");

        var box = card(page).locator(".compare").boundingBox();
        page.mouse().move(box.x + 5, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.75, box.y + box.height / 2);
        page.mouse().up();
        assertThat(slider).hasValue(Pattern.compile("7[3-7]"));
        assertThat(page.locator("#detail")).not().isVisible();
    }

    @Test
    void opensNumbersAndLineageUnderAnAddressOfTheirOwn() {
        SampleFrame sky = scored("light_3.fits", 13);
        Page page = open(chromium.desktop());

        card(page).locator(".open").click();

        Locator detail = page.locator("#detail");
        assertThat(detail).containsText(target);
        assertThat(detail.locator(".score")).containsText("gain over grey");
        assertThat(detail.locator(".score")).containsText("ΔE2000");
        assertThat(detail.locator(".lineage"))
                .containsText(sky.frame().frameId().substring(0, 12));
        assertThat(detail.locator(".lineage")).containsText("midtone-linked, static per target");
        assertThat(detail.locator(".lineage")).containsText("unet-b0 nebulae 4");
        assertThat(detail.locator(".timings")).containsText("inference");
        assertThat(detail.locator(".downloads a")).hasCount(3);
        Page other = chromium.desktop();
        other.navigate(page.url());
        assertThat(other.locator("#detail")).containsText(target);
        page.keyboard().press("Escape");
        assertThat(detail).not().isVisible();
    }

    @Test
    void showsWhyAFrameWasQuarantined() {
        SampleFrame broken = SampleFrame.of(target, "<b>cut off</b>.fits", 14);
        Page page = open(chromium.desktop());
        servers.topics().write(Topics.FRAMES, target, EventCodec.toJson(broken.frame()));
        assertThat(card(page)).containsText("Developing");

        servers.topics()
                .write(
                        Topics.deadLetter(Topics.FRAMES),
                        target,
                        EventCodec.toJson(broken.frame()),
                        Map.of(
                                DeadLetterHeaders.STAGE, "preprocess",
                                DeadLetterHeaders.REASON, "the file ends after 12 of 4096 blocks",
                                DeadLetterHeaders.TOPIC, Topics.FRAMES,
                                DeadLetterHeaders.PARTITION, "0",
                                DeadLetterHeaders.OFFSET, "4711"));

        Locator letter = page.locator(".letter", new Page.LocatorOptions().setHasText("4711"));
        assertThat(letter).containsText("<b>cut off</b>.fits");
        assertThat(letter).containsText("the file ends after 12 of 4096 blocks");
        assertThat(letter).containsText("stage preprocess");
        assertThat(card(page)).hasCount(0);
    }

    @Test
    void chartsQualityOverTimeAndReadsItOutByKeyboard() {
        Page page = open(chromium.desktop());
        for (int i = 0; i < 4; i++) {
            scored("trend_" + i + ".fits", 60 + i);
        }

        Locator charts = page.locator("#quality .chart");
        assertThat(charts).hasCount(2);
        assertThat(charts.first()).containsText("Gain over grey");
        Locator plot = charts.first().locator(".plot");
        plot.focus();
        page.keyboard().press("Home");
        assertThat(charts.first().locator("output")).containsText(Pattern.compile("[+−]\\d+\\.\\d\\d dB"));
        Chromium.picture(page, "desk-quality");
        assertThat(plot).hasAttribute("aria-label", Pattern.compile("Gain over grey.*scored frames.*on average"));
    }

    @Test
    void showsWhoBecameChampionAndRollsBack() {
        String first = SampleFrame.sha256("first " + target);
        String second = SampleFrame.sha256("second " + target);
        Page page = open(chromium.desktop());
        decided(first, null, DecisionKind.REGISTERED, "it was shipped");
        decided(second, first, DecisionKind.PROMOTED, "it gains more on " + target);

        Locator newest = page.locator("#decisions .decision").first();
        assertThat(newest).containsText("Promoted " + second.substring(0, 12));
        assertThat(newest).containsText("it gains more on " + target);
        newest.getByText("On these figures").click();
        assertThat(newest.locator("tr").filter(new Locator.FilterOptions().setHasText("gain over grey")))
                .hasText("gain over grey, dB0.5200.400");
        page.locator("#roll-back").click();
        assertThat(page.locator("#decide")).containsText("Roll back to " + first.substring(0, 12));
        page.getByLabel("Why").fill("the sky is green on " + target);
        page.getByLabel("Your name").fill("Ada");
        page.locator("#decide-go").click();

        assertThat(page.locator("#decide")).not().isVisible();
        assertThat(newest).containsText("Rolled back");
        assertThat(newest).containsText("the sky is green on " + target);
        assertThat(newest).containsText("decided by Ada");
        Chromium.picture(page, "desk-models");
    }

    private void decided(String modelId, String previous, DecisionKind kind, String reason) {
        var decision = new ModelDecision(
                kind + " " + modelId,
                ModelDecision.CHAMPION,
                kind,
                modelId,
                new ObjectReference("astrochrome", "models/" + modelId + ".onnx", 1, modelId),
                previous,
                modelId,
                null,
                null,
                false,
                reason,
                "a rule",
                Map.of("challenger.gainDecibels", 0.52, "champion.gainDecibels", 0.4),
                Instant.now());
        servers.topics().write(Topics.MODEL_DECISIONS, ModelDecision.CHAMPION, EventCodec.toJson(decision));
    }

    @Test
    void followsATrainingRun() {
        Page page = open(chromium.desktop());
        String run = "run " + target;
        for (int step = 100; step <= 300; step += 100) {
            progress(run, TrainingState.RUNNING, step, null);
        }

        Locator training = page.locator("#training");
        assertThat(training).containsText(run);
        assertThat(training).containsText("300 of 1000");
        assertThat(training).containsText("2.50 steps/s");
        assertThat(training.locator(".chart")).hasCount(2);
        progress(run, TrainingState.FAILED, 400, "values are not finite");
        assertThat(training).containsText("Failed");
        assertThat(training).containsText("values are not finite");
        progress("next " + run, TrainingState.RUNNING, 10, null);
        assertThat(training.locator(".run-title")).containsText("next " + run);
        assertThat(training.locator("#runs")).containsText("values are not finite");
        Chromium.picture(page, "desk-training");
    }

    private void progress(String run, TrainingState state, long step, String message) {
        var event = new TrainingProgress(
                run,
                run,
                null,
                state,
                "warm-up",
                step,
                1000,
                Map.of("total", 3.0 / step, "gainDecibels", 0.001 * step, "stepsPerSecond", 2.5),
                60L,
                message,
                Instant.now());
        servers.topics().write(Topics.TRAINING, run, EventCodec.toJson(event));
    }

    @Test
    void uploadsWhatIsChosenAndShowsEachAnswer() {
        Page page = open(chromium.desktop());
        page.getByLabel("Add frames").first().click();
        page.locator("#target-name").fill("M 13");

        FileChooser chooser =
                page.waitForFileChooser(() -> page.locator(".zone").click());
        chooser.setFiles(new FilePayload[] {file("good.fits"), file("bad.fits")});

        assertThat(upload(page, "good.fits")).containsText("Taken in");
        assertThat(upload(page, "bad.fits")).containsText("no picture that can be read: NAXIS1 is missing");
        assertThat(FakeIngest.RECEIVED).anySatisfy(request -> assertThat(request)
                .contains("good.fits")
                .contains("target=M")
                .endsWith(" 9"));
    }

    @Test
    void uploadsWhatIsDropped() {
        Page page = open(chromium.desktop());

        page.evaluate("""
                () => {
                  const data = new DataTransfer();
                  data.items.add(new File(['SIMPLE'], 'dropped-good.fits'));
                  for (const type of ['dragenter', 'dragover', 'drop']) {
                    document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
                  }
                }""");

        assertThat(upload(page, "dropped-good.fits")).containsText("Taken in");
        assertThat(page.locator("#drop")).not().isVisible();
    }

    @Test
    void saysThatTheConnectionIsLostAndComesBack() {
        Page page = chromium.desktop();
        page.route("**/api/events", Route::abort);
        page.navigate(address.toString());
        assertThat(page.locator("#status")).hasText("Reconnecting");

        page.unroute("**/api/events");

        assertThat(page.locator("#status")).hasText("Live");
    }

    @Test
    void tellsANewcomerWhatToDo() {
        Page page = chromium.desktop();
        page.route(
                "**/api/frames?*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"items\":[]}")));
        page.navigate(address.toString());

        assertThat(page.locator("#empty")).containsText("Drop FITS, PNG, JPEG or TIFF files");
        assertThat(page.locator("#empty")).containsText("./run ingest");
    }

    @Test
    void fitsAPhone() {
        SampleFrame sky = scored("a rather long file name of a light frame, 0001 of 0400.fits", 15);
        Page page = open(chromium.phone());
        assertThat(card(page)).isVisible();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(Chromium.PHONE_WIDTH);
        Chromium.picture(page, "phone-page");

        page.locator("#targets button", new Page.LocatorOptions().setHasText(target))
                .click();
        assertThat(page.locator("#grid .card")).hasCount(1);
        card(page).locator(".open").tap();

        Chromium.picture(page, "phone");
        assertThat(page.locator("#detail .lineage"))
                .containsText(sky.frame().frameId().substring(0, 12));
        assertThat(page.evaluate("document.getElementById('detail').scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void namesEveryControlAndEveryPicture() {
        scored("light_5.fits", 16);
        Page page = open(chromium.desktop());
        card(page).locator(".open").click();
        assertThat(page.locator("#detail")).isVisible();

        Object unnamed = page.evaluate("""
                () => [...document.querySelectorAll('button, a[href], input')]
                  .filter(e => e.offsetParent !== null)
                  .filter(e => !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length))
                  .map(e => e.outerHTML)""");

        assertThat(unnamed).asString().isEqualTo("[]");
        assertThat(page.evaluate("[...document.images].every(i => i.hasAttribute('alt'))"))
                .isEqualTo(true);
    }

    private Locator card(Page page) {
        return page.locator("#grid .card", new Page.LocatorOptions().setHasText(target));
    }

    private static Locator upload(Page page, String name) {
        return page.locator(".upload", new Page.LocatorOptions().setHasText(name));
    }

    private static FilePayload file(String name) {
        return new FilePayload(name, "application/octet-stream", "SIMPLE  =".getBytes(StandardCharsets.US_ASCII));
    }

    private SampleFrame scored(String fileName, long seed) {
        SampleFrame sky = SampleFrame.of(target, fileName, seed);
        servers.topics().write(Topics.LAB_TENSORS, target, EventCodec.toBytes(sky.tensor()));
        colour(sky, 0.6);
        servers.topics().await(Topics.QUALITY, target, 1);
        return sky;
    }

    private void colour(SampleFrame sky, double share) {
        servers.topics()
                .write(Topics.COLORIZED, target, EventCodec.toBytes(sky.colorized(SampleFrame.MODEL, share, store)));
    }
}
