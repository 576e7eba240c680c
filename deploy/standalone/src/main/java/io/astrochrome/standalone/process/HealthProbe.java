package io.astrochrome.standalone.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a process over HTTP how it is. */
final class HealthProbe {
    private static final int TIMEOUT_MILLIS = 2_000;

    private final URI address;

    HealthProbe(URI address) {
        this.address = address;
    }

    /** What a process answers. */
    enum Answer {
        YES,
        NO,
        /** None: it starts, it ends, it hangs, or it has to wait for the processor. */
        SILENCE
    }

    /** Yes for a 2xx answer, no for any other. */
    Answer ask() {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() / 100 == 2 ? Answer.YES : Answer.NO;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return Answer.SILENCE;
        }
    }
}
