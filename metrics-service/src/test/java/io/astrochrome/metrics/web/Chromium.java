package io.astrochrome.metrics.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Debian's headless Chromium, driven by Playwright. A test that wants it is skipped where the browser or Playwright's
 * driver (Maven profile {@code browser}) is not there. Everything that pages complain of on their consoles is kept.
 */
final class Chromium implements AutoCloseable {
    static final int PHONE_WIDTH = 360;

    private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");
    private static final double TIMEOUT_MILLIS = 30_000;
    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Chromium(Playwright playwright) {
        this.playwright = playwright;
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(EXECUTABLE)
                        .setArgs(ARGUMENTS));
        PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
    }

    static Chromium start() {
        // Jupiter's own: what AssertJ throws is an error where Quarkus runs the test.
        assumeTrue(
                Files.isExecutable(EXECUTABLE),
                "Chromium, from Debian's package of that name: the page is not looked at without it");
        assumeTrue(
                Chromium.class.getResource("/driver/linux") != null,
                "Playwright's driver, which the Maven profile browser brings");
        Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        return new Chromium(Playwright.create(new Playwright.CreateOptions().setEnv(environment)));
    }

    Page desktop() {
        return page(1440, 900, false, 1);
    }

    Page phone() {
        return page(PHONE_WIDTH, 740, true, 2);
    }

    private Page page(int width, int height, boolean touch, double density) {
        Page page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setHasTouch(touch)
                        .setIsMobile(touch)
                        .setDeviceScaleFactor(density)
                        .setReducedMotion(ReducedMotion.REDUCE))
                .newPage();
        page.onConsoleMessage(this::heard);
        page.onPageError(complaints::add);
        return page;
    }

    private void heard(ConsoleMessage message) {
        // Other tests' frames have no pictures, and a refused upload is meant to be refused.
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            complaints.add(message.text());
        }
    }

    /** Keeps the whole page as a picture, to be looked at, where {@code -Dastrochrome.pictures=FOLDER} asks for it. */
    static void picture(Page page, String name) {
        String folder = System.getProperty("astrochrome.pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + ".png"))
                    .setFullPage(true));
        }
    }

    /** Errors and broken content security rules, as the pages' consoles showed them. */
    List<String> complaints() {
        return complaints;
    }

    void closePages() {
        complaints.clear();
        browser.contexts().forEach(context -> context.close());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
