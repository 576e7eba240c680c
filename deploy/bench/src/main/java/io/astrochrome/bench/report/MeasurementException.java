package io.astrochrome.bench.report;

/** A measurement could not be made; the message says why. */
public final class MeasurementException extends Exception {
    public MeasurementException(String message) {
        super(message);
    }

    public MeasurementException(String message, Throwable cause) {
        super(message, cause);
    }
}
