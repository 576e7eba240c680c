package io.astrochrome.tensors;

import java.io.IOException;

/** The bytes are not a safetensors file that can be read; the message names the rule that was broken. */
public final class SafetensorsFormatException extends IOException {
    public SafetensorsFormatException(String message) {
        super(message);
    }

    public SafetensorsFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
