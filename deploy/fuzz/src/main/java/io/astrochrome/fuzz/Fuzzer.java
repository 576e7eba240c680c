package io.astrochrome.fuzz;

import java.io.IOException;
import java.util.Locale;

/** What Jazzer calls, in a process of its own for each target. */
public final class Fuzzer {
    static final String TARGET = "astrochrome.fuzz.target";

    private static final Target CHOSEN =
            Target.valueOf(System.getProperty(TARGET, "frame").toUpperCase(Locale.ROOT));

    private Fuzzer() {}

    /** Jazzer's entry point. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        CHOSEN.feed(bytes);
    }
}
