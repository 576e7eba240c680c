package io.astrochrome.trainer.export;

/** The exported model does not do what the trained one does; nothing was written. */
public final class ExportRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExportRefusedException(String message) {
        super(message);
    }

    public ExportRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
