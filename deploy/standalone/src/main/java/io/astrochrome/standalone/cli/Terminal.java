package io.astrochrome.standalone.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says things to the person who started the command, each line with the seconds since the start. Thread-safe. */
final class Terminal {
    private final PrintStream out;
    private final long began = System.nanoTime();

    Terminal(PrintStream out) {
        this.out = out;
    }

    /** A line with the time. */
    synchronized void say(String format, @Nullable Object... values) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds(), String.format(Locale.ROOT, format, values));
    }

    /** A line as it is. */
    synchronized void print(String line) {
        out.println(line);
    }

    /** Seconds since the command began. */
    double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }
}
