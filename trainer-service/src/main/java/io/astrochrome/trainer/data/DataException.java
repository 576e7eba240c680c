package io.astrochrome.trainer.data;

import java.io.IOException;

/** Data that cannot be learnt from; the message names the file and the rule that it breaks. */
public final class DataException extends IOException {
    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
