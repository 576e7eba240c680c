package io.astrochrome.trainer.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands, beside its networks: goes into each checkpoint.
 *
 * @param step how many steps are done
 * @param bestStep after which the best figures were measured; -1 before any
 * @param best the best figures by name; null before any
 * @param stale measurements since
 */
record Progress(
        @JsonProperty("runId") String runId,
        @JsonProperty("recipe") String recipe,
        @JsonProperty("recipeHash") String recipeHash,
        @JsonProperty("dataHash") String dataHash,
        @JsonProperty("commit") String commit,
        @JsonProperty("step") long step,
        @JsonProperty("bestStep") long bestStep,
        @JsonProperty("best") @Nullable Map<String, Double> best,
        @JsonProperty("stale") int stale) {

    static Progress atStart(RunPlan plan) {
        return new Progress(
                plan.runId(),
                plan.recipe().name(),
                plan.recipe().hash(),
                plan.training().hash(),
                plan.commit(),
                0,
                -1,
                null,
                0);
    }

    Progress afterStep(long done) {
        return new Progress(runId, recipe, recipeHash, dataHash, commit, done, bestStep, best, stale);
    }

    Progress withBest(ValidationFigures figures) {
        return new Progress(runId, recipe, recipeHash, dataHash, commit, step, step, figures.named(), 0);
    }

    Progress withoutBest() {
        return new Progress(runId, recipe, recipeHash, dataHash, commit, step, bestStep, best, stale + 1);
    }

    @Nullable ValidationFigures bestFigures() {
        return best == null ? null : ValidationFigures.of(best);
    }
}
