package io.astrochrome.platform.access;

import io.astrochrome.storage.Sha256;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The page that asks for a key: one file without a script, so that it needs nothing that a key would be needed for. */
@Singleton
class SignInPage {
    private static final String RESOURCE = "sign-in.html";
    private static final String MESSAGE = "<!--message-->";

    private final String html;
    private final String policy;

    SignInPage() {
        html = resource();
        String style = html.substring(html.indexOf("<style>") + "<style>".length(), html.indexOf("</style>"));
        policy = "default-src 'none'; style-src 'sha256-" + sha256(style)
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    /** Ends the answer with the page. */
    void show(HttpServerResponse response, String message) {
        response.headers().set("Content-Security-Policy", policy).set(HttpHeaders.CACHE_CONTROL, "no-store");
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8").end(html.replace(MESSAGE, message));
    }

    private static String resource() {
        try (InputStream in = SignInPage.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " is not in the jar", e);
        }
    }

    private static String sha256(String text) {
        return Base64.getEncoder().encodeToString(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
