package io.astrochrome.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    @TempDir
    private Path folder;

    @Test
    void readsWhatItHasWritten() throws IOException {
        var reports = new Reports(folder);
        var report = new Report(
                "latency",
                "0123456789ab",
                "2 cores",
                "2026-11-01",
                List.of(
                        Figure.atMost("99th percentile", 3.5, "s", 3),
                        Figure.atLeast("part", 0.9, "", 0.85),
                        Figure.told("median", 1.5, "s")));

        reports.write(report);

        assertThat(reports.read(List.of("demo", "latency"))).containsExactly(report);
    }
}
