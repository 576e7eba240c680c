package io.astrochrome.trainer.engine;

/** The engine computes an operation wrongly in every way there is; the message names the operation and what differed. */
public final class WrongEngineException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    WrongEngineException(String message) {
        super(message);
    }
}
