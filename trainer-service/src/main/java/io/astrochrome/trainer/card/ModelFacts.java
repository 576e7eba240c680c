package io.astrochrome.trainer.card;

import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelMetadata;
import io.astrochrome.trainer.evaluate.EvaluationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a model's file is.
 *
 * @param name of the file
 * @param bytes how many it has
 * @param modelId SHA-256 of the file
 * @param paletteSize values of a palette; 0 where it takes none
 */
public record ModelFacts(String name, long bytes, String modelId, int paletteSize, ModelMetadata metadata) {
    /** Of a loaded model and its file. */
    public static ModelFacts of(ColourModel model, Path file) throws IOException {
        return new ModelFacts(
                String.valueOf(file.getFileName()),
                Files.size(file),
                model.modelId(),
                model.paletteSize(),
                model.metadata());
    }

    String toMarkdown() {
        return new MarkdownTable(List.of("", ""))
                .row(List.of("file", "`" + name + "`, " + String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)))
                .row(List.of("SHA-256", "`" + modelId + "`"))
                .row(List.of("recipe", metadata.recipe() + ", hash `" + metadata.recipeHash() + "`"))
                .row(List.of("data hash", "`" + metadata.dataHash() + "`"))
                .row(List.of("code", "commit `" + metadata.commit() + "`, seed " + metadata.seed()))
                .row(List.of("input", "lightness [N, 1, H, W]; trained at " + metadata.side() + " px"))
                .row(List.of("palette", paletteSize == 0 ? "takes none" : "optional, " + paletteSize + " values"))
                .toString();
    }

    /** The report's predictions that are this model's: unguided first, then by palettes. */
    List<String> predictions(EvaluationReport report) {
        return report.results().keySet().stream()
                .filter(prediction ->
                        prediction.equals(metadata.name()) || prediction.startsWith(metadata.name() + ", "))
                .toList();
    }
}
