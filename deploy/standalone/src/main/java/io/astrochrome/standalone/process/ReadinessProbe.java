package io.astrochrome.standalone.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a process over HTTP whether it can do its work. */
final class ReadinessProbe {
    private static final int TIMEOUT_MILLIS = 2_000;

    private final URI readiness;

    ReadinessProbe(URI readiness) {
        this.readiness = readiness;
    }

    /** True for a 2xx answer; no answer, as from a process that is still starting, is false. */
    boolean isReady() {
        try {
            var connection = (HttpURLConnection) readiness.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() / 100 == 2;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
