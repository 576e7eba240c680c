package io.astrochrome.trainer.run;

import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.recipe.Recipe;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One training run before it starts.
 *
 * @param runId for events and object keys
 * @param training pictures to learn from, curated already
 * @param validation pictures to measure with
 * @param weights folder of the weight files that the recipe names; may be null where it names none
 * @param out folder of the run's checkpoints and models
 * @param resume whether to go on from the folder's last checkpoint; otherwise the folder must hold none
 * @param checkpointEvery between two checkpoints on disk
 * @param batchThreads that make batches, at least 1
 * @param commit of the code, for the model's metadata
 * @param base the model whose values the run begins with; null for the recipe's own beginning
 */
public record RunPlan(
        String runId,
        Recipe recipe,
        PictureSet training,
        PictureSet validation,
        @Nullable Path weights,
        Path out,
        boolean resume,
        RunBudget budget,
        Duration checkpointEvery,
        int batchThreads,
        String commit,
        @Nullable BaseModel base) {
    /** A run that begins as its recipe says. */
    public RunPlan(
            String runId,
            Recipe recipe,
            PictureSet training,
            PictureSet validation,
            @Nullable Path weights,
            Path out,
            boolean resume,
            RunBudget budget,
            Duration checkpointEvery,
            int batchThreads,
            String commit) {
        this(
                runId,
                recipe,
                training,
                validation,
                weights,
                out,
                resume,
                budget,
                checkpointEvery,
                batchThreads,
                commit,
                null);
    }
}
