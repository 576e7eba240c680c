package io.astrochrome.trainer.run;

import io.astrochrome.model.ModelMetadata;
import io.astrochrome.trainer.export.ExportOptions;
import io.astrochrome.trainer.export.OnnxEnsemble;
import io.astrochrome.trainer.export.Views;
import io.astrochrome.trainer.file.WholeFile;
import io.astrochrome.trainer.objective.Learner;
import io.astrochrome.trainer.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A recipe's model on disk; a better one replaces it when it is written whole. */
record ModelFile(Recipe recipe, String dataHash, String commit, Path file) {
    void write(Learner learner, @Nullable ValidationFigures figures) throws IOException {
        write(learner, figures, List.of());
    }

    /** @param suits what each look suits by what was learnt; empty where nothing was */
    void write(Learner learner, @Nullable ValidationFigures figures, List<Map<String, Float>> suits)
            throws IOException {
        Map<String, String> metadata = new ModelMetadata(
                        recipe.name(),
                        recipe.finalSide(),
                        "none", // the pictures were stretched by whoever published them
                        recipe.name(),
                        recipe.hash(),
                        dataHash,
                        commit,
                        recipe.seed(),
                        figures == null ? Map.of() : figures.named(),
                        recipe.export().licence(),
                        LookBook.looks(recipe, learner, suits))
                .toProperties();
        ExportOptions options =
                new ExportOptions(recipe.export().averaged(), recipe.export().halfWeights(), null);
        WholeFile.write(file, partial -> {
            learner.export(partial, options, metadata);
            Views views = recipe.export().views();
            if (views != Views.UPRIGHT) {
                new OnnxEnsemble(List.of(partial), views).write(partial, metadata);
            }
        });
    }
}
