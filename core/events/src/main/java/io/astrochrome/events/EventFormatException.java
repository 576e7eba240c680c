package io.astrochrome.events;

/** The bytes are not the record that the topic promises; the message says what is wrong. */
public final class EventFormatException extends Exception {
    public EventFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
