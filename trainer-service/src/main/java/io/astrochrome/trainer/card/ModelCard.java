package io.astrochrome.trainer.card;

import io.astrochrome.model.ModelMetadata;
import io.astrochrome.trainer.evaluate.EvaluationReport;
import io.astrochrome.trainer.evaluate.Interval;
import io.astrochrome.trainer.evaluate.PredictionScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A model's card in Markdown (after Mitchell et al. 2019, arXiv:1810.03993): what it is for, what it learnt from and how,
 * what it scores beside a grey picture, and where it fails. All figures are those of the report.
 *
 * @param file what the card is of
 * @param credits whose pictures it learnt from
 * @param training how it was trained
 * @param report of the model among others
 */
public record ModelCard(ModelFacts file, Credits credits, TrainingHistory training, EvaluationReport report) {
    private static final double SKY_LIMIT = 1.5;
    private static final double SIZE_LIMIT = 3;
    private static final int WORST = 5;

    /** The card. */
    public String toMarkdown() {
        ModelMetadata metadata = file.metadata();
        return "# Model card: " + metadata.name() + "\n\n"
                + "Written by `./run evaluate --card`; figures are measured, not typed.\n\n"
                + file.toMarkdown()
                + "\n## Intended use\n\n"
                + "For outreach: plausible colours for monochrome telescope frames. Lightness is kept as it was measured; the\n"
                + "colours are a guess. Never for photometry, spectral classification or any other measurement, and never\n"
                + "without saying that the colours are synthetic.\n"
                + "\n## Data\n\n" + data()
                + "\n## Licence\n\n" + licence()
                + "\n## Training\n\n" + training.toMarkdown(metadata)
                + "\n## Figures\n\n" + figures()
                + "\n## Checks\n\n" + checks()
                + "\n## Known failures\n\n" + failures();
    }

    private String data() {
        StringBuilder text = new StringBuilder();
        text.append(credits.pictures())
                .append(" colour pictures to learn from (data hash `")
                .append(
                        file.metadata().dataHash(),
                        0,
                        Math.min(12, file.metadata().dataHash().length()))
                .append("`), ")
                .append(report.pictures())
                .append(
                        " others to measure with; the same object is never on both sides. By what their sources state:\n\n");
        MarkdownTable table = new MarkdownTable(List.of("licence", "pictures"));
        credits.kinds().forEach((kind, count) -> table.row(List.of(kind.words(), Integer.toString(count))));
        return text.append(table)
                .append("\n`CREDITS.txt` beside the model names each source with its licence in its own words.\n")
                .toString();
    }

    private String licence() {
        String licence = file.metadata().licence();
        int shareAlike = credits.kinds().getOrDefault(LicenceKind.SHARE_ALIKE, 0);
        StringBuilder text = new StringBuilder("The file says: `" + licence + "`.\n\n");
        if (shareAlike > 0) {
            text.append(shareAlike)
                    .append(" of the pictures are under a share-alike licence. Whether a network's weights are an\n")
                    .append("adaptation of the pictures they were learnt from is not settled anywhere.\n");
            text.append(
                    licence.toUpperCase(Locale.ROOT).contains("BY-SA")
                            ? "So that nobody's terms are passed over, the weights are offered under that licence.\n"
                            : "The line above leaves that out: where it matters, treat the weights as CC BY-SA 4.0.\n");
        }
        return text.append(
                        "Apache-2.0 covers the values that the encoder started from. A picture that the model colours is no copy\n")
                .append("of any that it learnt from; its rights are those of the frame.\n")
                .toString();
    }

    private String figures() {
        return "PSNR of RGB on centre crops of " + report.side()
                + " px with lightness kept; a picture of pure grey scores as the\n"
                + "first line says, so what counts is the gain over it. Intervals: bootstrap over object groups. Colourfulness: median\n"
                + "over the truth's. Fréchet: distance of MobileNetV2 features to those of the true pictures.\n\n"
                + FigureTables.overall(report)
                + "\nBy class:\n\n"
                + FigureTables.byClass(report, file.predictions(report));
    }

    private String checks() {
        MarkdownTable table = new MarkdownTable(List.of("check", "asked for", "measured", ""));
        for (String name : file.predictions(report)) {
            PredictionScores s = report.all(name);
            double loss = s.greySsim() - s.ssim();
            check(table, name + ": SSIM less grey's", "not under 0", -loss, "%+.4f", loss <= 0);
            double sky = Math.max(s.skyA(), s.skyB());
            check(table, name + ": tint of black sky", "under 1.5", sky, "%.2f", sky < SKY_LIMIT);
            check(
                    table,
                    name + ": " + report.side() + " px against " + 2 * report.side() + " px, dE2000",
                    "under 3",
                    s.sizeDeltaE2000(),
                    "%.2f",
                    s.sizeDeltaE2000() < SIZE_LIMIT);
        }
        return table
                + "\nBlack sky: the larger mean of |a\\*| and |b\\*| where L\\* is under 10. Pictures are kept at 256 px on the\n"
                + "shorter side, so the larger size is interpolated.\n";
    }

    private static void check(
            MarkdownTable table, String what, String asked, double measured, String format, boolean met) {
        table.row(List.of(what, asked, MarkdownTable.number(format, measured), met ? "met" : "**missed**"));
    }

    private String failures() {
        String name = file.metadata().name();
        List<String> loses = new ArrayList<>();
        List<String> unsure = new ArrayList<>();
        for (String category : report.classes()) {
            Interval gain = report.of(name, category).meanGain();
            if (gain.high() < 0) {
                loses.add(category);
            } else if (gain.low() <= 0) {
                unsure.add(category);
            }
        }
        StringBuilder text = new StringBuilder();
        text.append("- Worse than grey on: ").append(words(loses)).append(".\n");
        text.append("- Not shown to be better than grey on: ")
                .append(words(unsure))
                .append(".\n");
        text.append("- The pictures that lose most, with their gain over grey in dB:\n");
        for (Map.Entry<String, Double> picture : report.sheet(name).worst(WORST).entrySet()) {
            text.append(String.format(Locale.ROOT, "  `%s` %+.2f%n", picture.getKey(), picture.getValue()));
        }
        double colour = report.all(name).colourfulnessRatio();
        return text.append(String.format(
                        Locale.ROOT,
                        "- Its colours are %.2f times as strong as the published ones: %s.%n",
                        colour,
                        colour < 0.6
                                ? "paler, as a mean over what could be"
                                : colour > 1.1 ? "stronger than they should be" : "about as strong"))
                .append(
                        "- Published colours are a choice (broadband, narrowband, infrared). Lightness does not tell which, so a nebula's\n")
                .append("  red may stand where its published blue was.\n")
                .toString();
    }

    private static String words(List<String> names) {
        return names.isEmpty() ? "no class" : String.join(", ", names);
    }
}
