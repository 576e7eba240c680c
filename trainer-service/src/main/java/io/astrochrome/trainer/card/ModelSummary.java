package io.astrochrome.trainer.card;

import io.astrochrome.trainer.evaluate.EvaluationReport;
import io.astrochrome.trainer.evaluate.PredictionScores;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Models in a few lines for a README: a table beside grey, and a contact sheet where there is one.
 *
 * @param files of the models
 * @param contactSheet path of the picture as the document names it; null for none
 * @param commit of the code that measured
 */
public record ModelSummary(
        List<ModelFacts> files,
        EvaluationReport report,
        @Nullable String contactSheet,
        String commit) {
    /** The lines. */
    public String toMarkdown() {
        MarkdownTable table = new MarkdownTable(List.of(
                "prediction",
                "PSNR mean, pooled, dB",
                "gain over grey, mean [95 %], dB",
                "pooled [95 %], dB",
                "SSIM",
                "colourfulness"));
        List<String> names = new ArrayList<>(List.of("grey"));
        files.forEach(file -> names.addAll(file.predictions(report)));
        for (String name : names) {
            PredictionScores s = report.all(name);
            table.row(List.of(
                    name,
                    MarkdownTable.number("%.2f", s.psnrMean()) + ", " + MarkdownTable.number("%.2f", s.psnrPooled()),
                    s.meanGain().signed(),
                    s.pooledGain().signed(),
                    MarkdownTable.number("%.4f", s.ssim()),
                    MarkdownTable.number("%.2f", s.colourfulnessRatio())));
        }
        String picture = contactSheet == null
                ? ""
                : "![Frames the model has not seen: grey, as it colours them, as they were published](" + contactSheet
                        + ")\n\n";
        return picture + table + "\n" + fileNames() + " on " + report.pictures()
                + " pictures that no model has seen, centre crops of " + report.side()
                + " px; intervals: bootstrap over objects; commit "
                + commit + ". " + paletteWords() + "\n";
    }

    private String fileNames() {
        return files.stream().map(file -> "`" + file.name() + "`").collect(Collectors.joining(", "));
    }

    private String paletteWords() {
        return files.stream().anyMatch(file -> file.predictions(report).size() > 1)
                ? "*Own palette*: the hint is that of the true picture; *neighbour's palette*: that of another picture of the same"
                        + " object, where there is one."
                : "";
    }
}
