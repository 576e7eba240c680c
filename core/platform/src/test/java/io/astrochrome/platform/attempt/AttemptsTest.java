package io.astrochrome.platform.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptsTest {
    private static final String FRAME = "a frame that ends the process";

    @TempDir
    Path folder;

    @Test
    void givesUpWhatHasEndedThreeProcesses() {
        for (int process = 0; process < 3; process++) {
            // Never closed: the process has ended.
            assertThat(new Attempts(folder).begin(FRAME).isHopeless()).isFalse();
        }

        assertThat(new Attempts(folder).begin(FRAME).isHopeless()).isTrue();
        assertThat(new Attempts(folder).begin("another").isHopeless()).isFalse();
    }

    @Test
    void tellsHowManyHaveEndedTheProcessWithoutBeginningOne() {
        assertThat(new Attempts(folder).over(FRAME)).isZero();
        new Attempts(folder).begin(FRAME);

        assertThat(new Attempts(folder).over(FRAME)).isEqualTo(1);
        assertThat(new Attempts(folder).over(FRAME)).isEqualTo(1);
    }

    @Test
    void forgetsWhatHasEnded() throws IOException {
        Attempts attempts = new Attempts(folder);
        for (int i = 0; i < 5; i++) {
            try (Attempts.Attempt attempt = attempts.begin(FRAME)) {
                assertThat(attempt.isHopeless()).isFalse();
            }
        }

        assertThat(notes()).isZero();
    }

    @Test
    void beginsAnewOnceItWasGivenUp() {
        for (int process = 0; process < 3; process++) {
            new Attempts(folder).begin(FRAME);
        }
        new Attempts(folder).begin(FRAME).close();

        assertThat(new Attempts(folder).begin(FRAME).isHopeless()).isFalse();
    }

    @Test
    void throwsAwayNotesOfLongAgo() throws IOException {
        Attempts.Attempt attempt = new Attempts(folder).begin(FRAME);
        Files.setLastModifiedTime(attempt.note(), FileTime.from(Instant.now().minus(Duration.ofDays(31))));
        new Attempts(folder);

        assertThat(notes()).isZero();
    }

    @Test
    void letsTheWorkGoOnWhereNothingCanBeNoted() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        try (Attempts.Attempt attempt = new Attempts(file.resolve("below")).begin(FRAME)) {
            assertThat(attempt.isHopeless()).isFalse();
        }
    }

    private long notes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
