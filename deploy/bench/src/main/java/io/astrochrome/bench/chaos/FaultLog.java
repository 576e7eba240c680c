package io.astrochrome.bench.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What went wrong when, a line each: for whoever looks for the reason in the services' logs. */
final class FaultLog {
    private final Path file;

    FaultLog(Path file) throws IOException {
        this.file = file;
        Files.writeString(file, "");
    }

    void note(int frame, String what) throws IOException {
        Files.writeString(
                file,
                Instant.now().truncatedTo(ChronoUnit.MILLIS) + " frame " + frame + ": " + what + System.lineSeparator(),
                StandardOpenOption.APPEND);
    }
}
