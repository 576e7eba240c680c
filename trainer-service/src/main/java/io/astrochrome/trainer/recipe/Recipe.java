package io.astrochrome.trainer.recipe;

import io.astrochrome.trainer.augment.AugmentationSettings;
import io.astrochrome.trainer.network.CriticSettings;
import io.astrochrome.trainer.network.GeneratorSettings;
import io.astrochrome.trainer.objective.ObjectiveSettings;
import io.astrochrome.trainer.objective.OptimiserSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a run but its pictures. Two recipes with the same {@link #hash} are the same recipe, whatever their
 * files look like. Paths of weight files are names, to be found in the weights folder.
 *
 * @param critic null where there is none
 * @param phases in their order, at least one
 * @param looks that the model is to offer, or none
 * @param canonical all keys with their values, defaults included, as sorted JSON
 * @param hash SHA-256 of the canonical form
 */
public record Recipe(
        String name,
        String title,
        long seed,
        GeneratorSettings generator,
        @Nullable CriticSettings critic,
        ObjectiveSettings objective,
        OptimiserSettings optimiser,
        Rates rates,
        Schedule schedule,
        DataSettings data,
        AugmentationSettings augmentation,
        List<Phase> phases,
        ValidationSettings validation,
        ExportSettings export,
        List<LookSource> looks,
        String canonical,
        String hash) {
    public Recipe {
        phases = List.copyOf(phases);
        looks = List.copyOf(looks);
    }

    /** Steps of all phases together. */
    public long totalSteps() {
        return phases.stream().mapToLong(Phase::steps).sum();
    }

    /** The phase that step belongs to; the last one for a step beyond the end. */
    public Phase phaseAt(long step) {
        long left = step;
        for (Phase phase : phases) {
            if (left < phase.steps()) {
                return phase;
            }
            left -= phase.steps();
        }
        return phases.get(phases.size() - 1);
    }

    /** Side of the last phase's crops, in px: the one that the model is for. */
    public int finalSide() {
        return phases.get(phases.size() - 1).side();
    }
}
