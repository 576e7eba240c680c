package io.astrochrome.trainer.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.trainer.data.Pictures;
import io.astrochrome.trainer.data.TensorStore;
import io.astrochrome.trainer.evaluate.EvaluationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTableTest {
    private static final int GAIN = 3;
    private static final int LESS_THE_FIRST = 5;
    private static final int LESS_THE_FIRST_POOLED = 6;

    @TempDir
    private Path folder;

    private EvaluationReport report;

    @BeforeEach
    void threeSharesOfTheTruthAreMeasured() throws IOException {
        report = Reports.measured(
                Pictures.fill(new TensorStore(folder), 0, 5),
                new Reports.Share("half", 0.5),
                new Reports.Share("most", 0.9),
                new Reports.Share("grey", 0));
    }

    private String table(String... names) {
        return new ComparisonTable(report, List.of(names), Map.of("most", 12.34)).toMarkdown();
    }

    /** A figure without its interval. */
    private static double figure(List<String> row, int column) {
        String cell = row.get(column);
        return Double.parseDouble(cell.substring(0, cell.indexOf(' ')));
    }

    @Test
    void theFirstIsHeldAgainstNothingAndTheOthersAgainstIt() {
        String table = table("half", "most", "grey");
        List<String> half = Reports.row(table, "half");
        List<String> most = Reports.row(table, "most");
        List<String> grey = Reports.row(table, "grey");

        assertThat(half.subList(LESS_THE_FIRST, LESS_THE_FIRST_POOLED + 1)).containsExactly("", "");
        assertThat(figure(most, LESS_THE_FIRST))
                .as("what it gains more than the first")
                .isCloseTo(figure(most, GAIN) - figure(half, GAIN), within(0.011));
        assertThat(figure(grey, GAIN)).isZero();
        assertThat(figure(grey, LESS_THE_FIRST)).isNegative();
        assertThat(figure(grey, LESS_THE_FIRST_POOLED)).isNegative();
    }

    @Test
    void whoeverIsNamedFirstIsTheOneThatOthersAreHeldAgainst() {
        double there = figure(Reports.row(table("half", "most"), "most"), LESS_THE_FIRST);
        double back = figure(Reports.row(table("most", "half"), "half"), LESS_THE_FIRST);

        assertThat(there).isPositive().isEqualTo(-back);
    }

    @Test
    void onlyThoseThatAreNamedAreInTheTableInTheirOrder() {
        assertThat(table("most", "half").lines().skip(2))
                .extracting(Reports::firstWord)
                .containsExactly("most", "half");
    }

    @Test
    void aFileOfUnknownSizeAndWhatWasNotMeasuredAreLeftEmpty() {
        List<String> most = Reports.row(table("most", "half"), "most");

        assertThat(most.get(1)).isEqualTo("12.3");
        assertThat(Reports.row(table("most", "half"), "half").get(1)).isEmpty();
        assertThat(most.get(most.size() - 1)).as("Fréchet").isEmpty();
    }

    @Test
    void aNameThatWasNotMeasuredIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table("all of it"))
                .withMessage("nothing named all of it was measured");
    }
}
