package io.astrochrome.trainer.weights;

/** A weight file does not fit the network it was given for; the message names file, tensor and shapes. */
public final class WeightsMismatchException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public WeightsMismatchException(String message) {
        super(message);
    }

    public WeightsMismatchException(String message, Throwable cause) {
        super(message, cause);
    }
}
