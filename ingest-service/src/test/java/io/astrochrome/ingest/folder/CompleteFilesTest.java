package io.astrochrome.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompleteFilesTest {
    private static final Path FILE = Path.of("M31", "frame.fits");
    private static final Instant START = Instant.parse("2026-03-04T05:06:07Z");

    private final CompleteFiles files = new CompleteFiles(Duration.ofSeconds(5));

    @Test
    void waitsUntilAFileHasBeenTheSameForTheQuietPeriod() {
        Map<Path, FileState> same = Map.of(FILE, new FileState(100, 0));

        assertThat(files.among(same, START)).isEmpty();
        assertThat(files.among(same, START.plusMillis(4999))).isEmpty();
        assertThat(files.among(same, START.plusSeconds(5))).containsExactly(FILE);
    }

    @Test
    void startsAgainWhereAFileGrowsOrIsTouched() {
        files.among(Map.of(FILE, new FileState(100, 0)), START);

        assertThat(files.among(Map.of(FILE, new FileState(200, 0)), START.plusSeconds(6)))
                .isEmpty();
        assertThat(files.among(Map.of(FILE, new FileState(200, 1)), START.plusSeconds(12)))
                .isEmpty();
        assertThat(files.among(Map.of(FILE, new FileState(200, 1)), START.plusSeconds(17)))
                .containsExactly(FILE);
    }

    @Test
    void startsAgainWhereAFileWasAwayInBetween() {
        Map<Path, FileState> there = Map.of(FILE, new FileState(100, 0));
        files.among(there, START);
        files.among(Map.of(), START.plusSeconds(3));

        assertThat(files.among(there, START.plusSeconds(6))).isEmpty();
    }

    @Test
    void neverTakesAnEmptyFile() {
        Map<Path, FileState> empty = Map.of(FILE, new FileState(0, 0));
        files.among(empty, START);

        assertThat(files.among(empty, START.plusSeconds(3600))).isEmpty();
    }
}
