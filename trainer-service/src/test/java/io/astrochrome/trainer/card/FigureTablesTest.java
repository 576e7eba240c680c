package io.astrochrome.trainer.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.trainer.evaluate.EvaluationReport;
import io.astrochrome.trainer.evaluate.PredictionScores;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FigureTablesTest {
    private static Map<String, PredictionScores> byClass(double base) {
        Map<String, PredictionScores> summaries = new LinkedHashMap<>();
        summaries.put(EvaluationReport.ALL, Reports.summary(4, base));
        summaries.put("galaxy", Reports.summary(3, base + 1));
        summaries.put("nebula", Reports.summary(1, base + 2));
        return summaries;
    }

    @Test
    void everyFigureIsInTheColumnThatSaysWhatItIs() {
        String table = FigureTables.overall(Reports.overall(Map.of("light", 20.0)));

        assertThat(Reports.row(table, "prediction"))
                .containsExactly(
                        "prediction",
                        "PSNR mean, dB",
                        "median",
                        "pooled",
                        "gain over grey, mean [95 %]",
                        "pooled [95 %]",
                        "SSIM",
                        "dE2000",
                        "colourfulness",
                        "LPIPS",
                        "Fréchet");
        assertThat(Reports.row(table, "light"))
                .containsExactly(
                        "light",
                        "20.01",
                        "20.02",
                        "20.03",
                        "+20.04 [+20.05, +20.06]",
                        "+20.07 [+20.08, +20.09]",
                        "20.1000",
                        "20.30",
                        "20.40",
                        "20.5000",
                        "20.95");
    }

    @Test
    void predictorsKeepTheReportsOrder() {
        Map<String, Double> bases = new LinkedHashMap<>();
        bases.put("zenith", 1.0);
        bases.put("grey", 2.0);
        bases.put("aurora", 3.0);

        assertThat(FigureTables.overall(Reports.overall(bases)).lines().skip(2))
                .extracting(Reports::firstWord)
                .containsExactly("zenith", "grey", "aurora");
    }

    @Test
    void aClassIsARowWithGreysOwnFigureAndEachPredictorsGain() {
        Map<String, Map<String, PredictionScores>> results = new LinkedHashMap<>();
        results.put("grey", byClass(10));
        results.put("light", byClass(20));
        results.put("vivid", byClass(30));

        String table = FigureTables.byClass(Reports.report(results), List.of("vivid", "light"));

        assertThat(table.lines()).hasSize(4);
        assertThat(Reports.row(table, "class"))
                .containsExactly("class", "pictures", "grey, dB", "vivid: gain [95 %]", "light: gain [95 %]");
        assertThat(Reports.row(table, "galaxy"))
                .containsExactly("galaxy", "3", "11.01", "+31.04 [+31.05, +31.06]", "+21.04 [+21.05, +21.06]");
        assertThat(Reports.row(table, "nebula")).startsWith("nebula", "1", "12.01");
    }

    @Test
    void picturesThatAreNotAloneInTheirGroupComeLast() {
        Map<String, PredictionScores> grey = byClass(10);
        grey.put(EvaluationReport.GROUPED, Reports.summary(2, 13));

        String table = FigureTables.byClass(Reports.report(Map.of("grey", grey)), List.of());

        assertThat(table.lines().reduce((one, other) -> other)).hasValue("| not alone in its group | 2 | 13.01 |");
    }
}
