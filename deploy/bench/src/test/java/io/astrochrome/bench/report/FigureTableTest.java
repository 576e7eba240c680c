package io.astrochrome.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureTableTest {
    private static final List<String> MEASUREMENTS = List.of("demo", "swap", "large");

    @TempDir
    private Path folder;

    private static Report report(String measurement, String machine, double seconds) {
        return new Report(
                measurement, "c0ffee", machine, "2026-11-25", List.of(Figure.atMost("how long", seconds, "s", 2)));
    }

    @Test
    void whatWasMeasuredElsewhereStaysWhereAnotherFigureIsWritten() throws Exception {
        var document = folder.resolve("page.md");
        Files.writeString(document, "above\n<!-- bench:start -->\nNot measured yet.\n<!-- bench:end -->\nbelow\n");

        FigureTable.write(List.of(report("large", "a laptop", 1)), MEASUREMENTS, document);
        FigureTable.write(List.of(report("swap", "a tower", 3)), MEASUREMENTS, document);

        assertThat(Files.readString(document)).isEqualTo("""
                above
                <!-- bench:start -->
                | `./run bench` | figure | measured | asked for | commit, date |
                | --- | --- | --- | --- | --- |
                | swap | how long | 3.00 s (missed) | at most 2.00 s | c0ffee, 2026-11-25 |
                | large | how long | 1.00 s | at most 2.00 s | c0ffee, 2026-11-25 |

                Measured on a tower; a laptop.
                <!-- bench:end -->
                below
                """);
    }

    @Test
    void aMeasurementsRowsAreReplacedAltogether() {
        var before =
                "| swap | the name it had | 9.00 s |  | c0ffee, 2026-11-24 |\n| gone | what | 1 |  | c0ffee, - |\n";

        assertThat(FigureTable.markdown(List.of(report("swap", "a tower", 1)), MEASUREMENTS, before))
                .contains("| swap | how long | 1.00 s |")
                .doesNotContain("the name it had")
                .doesNotContain("gone");
    }
}
