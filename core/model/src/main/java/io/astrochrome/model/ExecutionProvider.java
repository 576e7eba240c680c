package io.astrochrome.model;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import org.jspecify.annotations.Nullable;

/**
 * What runs a model, and why that; to be logged once by whoever loads it.
 *
 * @param name {@code CUDA} or {@code CPU}
 * @param reason a sentence
 */
public record ExecutionProvider(String name, String reason) {
    /** Adds CUDA to the options where it is wanted and loads. */
    static ExecutionProvider choose(SessionOptions options, SessionSettings settings) {
        if (!settings.preferCuda()) {
            return new ExecutionProvider("CPU", "CUDA was not asked for");
        }
        try {
            options.addCUDA();
            return new ExecutionProvider("CUDA", "its libraries loaded");
        } catch (OrtException | UnsatisfiedLinkError e) {
            return new ExecutionProvider("CPU", "CUDA did not load: " + firstLine(e.getMessage()));
        }
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "no reason given" : message.lines().findFirst().orElse("no reason given");
    }
}
