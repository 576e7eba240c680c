package io.astrochrome.events;

import org.jspecify.annotations.Nullable;

/** The bytes are not the record that the topic promises; the message says what is wrong. */
public final class EventFormatException extends Exception {
    public EventFormatException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
