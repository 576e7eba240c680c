package io.astrochrome.trainer.run;

import io.astrochrome.trainer.engine.WrongEngineException;
import io.astrochrome.trainer.network.GeneratorSettings;
import io.astrochrome.trainer.objective.Learner;
import io.astrochrome.trainer.objective.ObjectiveSettings;
import io.astrochrome.trainer.recipe.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Makes what a recipe trains.
 *
 * @param weights the folder with the weight files that recipes name; null where the user gave none
 */
record LearnerMaker(@Nullable Path weights) {
    /**
     * What is trained by that recipe, at its beginning; whoever makes it closes it.
     *
     * @throws RunException where a file is missing, or the engine computes wrongly on this machine
     */
    Learner learner(Recipe recipe) throws RunException {
        try {
            return new Learner(
                    generator(recipe), recipe.critic(), objective(recipe), recipe.optimiser(), recipe.seed());
        } catch (WrongEngineException e) {
            throw new RunException(String.valueOf(e.getMessage()), e);
        }
    }

    private GeneratorSettings generator(Recipe recipe) throws RunException {
        GeneratorSettings settings = recipe.generator();
        return settings.encoderWeights() == null
                ? settings
                : settings.withEncoderWeights(find("generator.weights", settings.encoderWeights()));
    }

    private ObjectiveSettings objective(Recipe recipe) throws RunException {
        ObjectiveSettings settings = recipe.objective();
        return settings.perceptualWeights() == null
                ? settings
                : settings.withPerceptualWeights(find("objective.perceptual-weights", settings.perceptualWeights()));
    }

    private Path find(String key, Path name) throws RunException {
        if (weights == null) {
            throw new RunException("the recipe's " + key + " is " + name + ": name the folder it is in with --weights");
        }
        Path file = weights.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new RunException("the recipe's " + key + " is " + name + ", which is not in " + weights);
        }
        return file;
    }
}
