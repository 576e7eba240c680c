package io.astrochrome.metrics.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.testkit.StreamServers;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** The page's address, what stands behind it, and a browser for a class of tests; each test leaves its console silent. */
abstract class ObservatoryInBrowser {
    static Chromium chromium;

    @TestHTTPResource("/")
    URI address;

    @Inject
    ObjectStore store;

    StreamServers servers;

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void saysNothingOnTheConsole() {
        assertThat(chromium.complaints()).isEmpty();
        chromium.closePages();
    }

    /** Shows the page, and waits until it hears of what happens. */
    Page open(Page page) {
        page.navigate(address.toString());
        assertThat(page.locator("#status")).hasText("Live");
        return page;
    }
}
