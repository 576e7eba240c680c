package io.astrochrome.metrics.registry.decisions;

/** What was asked for cannot be decided; the message says why. Nothing has changed. */
public final class DecisionRefusedException extends Exception {
    DecisionRefusedException(String message) {
        super(message);
    }
}
