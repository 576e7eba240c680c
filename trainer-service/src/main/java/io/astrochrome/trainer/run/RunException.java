package io.astrochrome.trainer.run;

import java.io.IOException;

/** A run that cannot start, or cannot go on; the message says why and what is kept. */
public final class RunException extends IOException {
    public RunException(String message) {
        super(message);
    }

    public RunException(String message, Throwable cause) {
        super(message, cause);
    }
}
