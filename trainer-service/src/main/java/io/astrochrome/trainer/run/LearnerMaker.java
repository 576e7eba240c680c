package io.astrochrome.trainer.run;

import io.astrochrome.trainer.engine.WrongEngineException;
import io.astrochrome.trainer.network.GeneratorSettings;
import io.astrochrome.trainer.objective.Learner;
import io.astrochrome.trainer.objective.ObjectiveSettings;
import io.astrochrome.trainer.recipe.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the weight files that a recipe names, in the folder that the user gave, and makes what is trained from them. */
record WeightFiles(Path folder) {
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
            throw new RunException(e.getMessage(), e);
        }
    }

    private GeneratorSettings generator(Recipe recipe) throws RunException {
        GeneratorSettings settings = recipe.generator();
        return settings.encoderWeights() == null
                ? settings
                : settings.withEncoderWeights(find("generator.weights", settings.encoderWeights()));
    }

    private ObjectiveSettings objective(Recipe recipe) throws RunException {
        ObjectiveSettings o = recipe.objective();
        if (o.perceptualWeights() == null) {
            return o;
        }
        return new ObjectiveSettings(
                o.adversarial(),
                o.penaltyWeight(),
                o.penaltyInterval(),
                o.pixelLoss(),
                o.pixelWeight(),
                o.lightnessWeight(),
                o.pictureBalance(),
                o.perceptualWeight(),
                find("objective.perceptual-weights", o.perceptualWeights()),
                o.colourfulnessWeight(),
                o.skyWeight(),
                o.emaDecay());
    }

    private Path find(String key, Path name) throws RunException {
        if (folder == null) {
            throw new RunException("the recipe's " + key + " is " + name + ": name the folder it is in with --weights");
        }
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new RunException("the recipe's " + key + " is " + name + ", which is not in " + folder);
        }
        return file;
    }
}
