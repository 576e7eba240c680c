package io.astrochrome.trainer.cli;

import org.jspecify.annotations.Nullable;

/** How many threads the arithmetic may use; counts only before the engine is loaded. */
final class NativeThreads {
    private static final String DJL = "ai.djl.pytorch.num_threads";

    private NativeThreads() {}

    static void use(@Nullable Integer threads) {
        if (threads != null && threads < 1) {
            throw new IllegalArgumentException("--threads must be at least 1, not " + threads);
        }
        if (threads != null) {
            System.setProperty(DJL, threads.toString());
        }
    }
}
