package io.astrochrome.trainer.card;

import io.astrochrome.trainer.evaluate.EvaluationReport;
import io.astrochrome.trainer.evaluate.PredictionScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An evaluation as tables in Markdown. */
final class FigureTables {
    private FigureTables() {}

    /** Every predictor over all pictures. */
    static String overall(EvaluationReport report) {
        MarkdownTable table = new MarkdownTable(List.of(
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
                "Fréchet"));
        report.results().keySet().forEach(name -> table.row(row(name, report.all(name))));
        return table.toString();
    }

    private static List<String> row(String name, PredictionScores s) {
        return List.of(
                name,
                MarkdownTable.number("%.2f", s.psnrMean()),
                MarkdownTable.number("%.2f", s.psnrMedian()),
                MarkdownTable.number("%.2f", s.psnrPooled()),
                s.meanGain().signed(),
                s.pooledGain().signed(),
                MarkdownTable.number("%.4f", s.ssim()),
                MarkdownTable.number("%.2f", s.deltaE2000()),
                MarkdownTable.number("%.2f", s.colourfulnessRatio()),
                MarkdownTable.number("%.4f", s.lpips()),
                MarkdownTable.number("%.2f", s.frechet()));
    }

    /** Some predictors class by class, beside grey's own PSNR. */
    static String byClass(EvaluationReport report, List<String> names) {
        List<String> heads = new ArrayList<>(List.of("class", "pictures", "grey, dB"));
        names.forEach(name -> heads.add(name + ": gain [95 %]"));
        MarkdownTable table = new MarkdownTable(heads);
        List<String> keys = new ArrayList<>(report.classes());
        if (report.results().getOrDefault("grey", Map.of()).containsKey(EvaluationReport.GROUPED)) {
            keys.add(EvaluationReport.GROUPED);
        }
        for (String key : keys) {
            PredictionScores grey = report.of("grey", key);
            List<String> cells = new ArrayList<>(
                    List.of(key, Integer.toString(grey.pictures()), MarkdownTable.number("%.2f", grey.psnrMean())));
            names.forEach(name -> cells.add(report.of(name, key).meanGain().signed()));
            table.row(cells);
        }
        return table.toString();
    }
}
