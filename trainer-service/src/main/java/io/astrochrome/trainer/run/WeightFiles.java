package io.astrochrome.trainer.run;

import io.astrochrome.trainer.network.GeneratorSettings;
import io.astrochrome.trainer.objective.ObjectiveSettings;
import io.astrochrome.trainer.recipe.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the weight files that a recipe names, in the folder that the user gave. */
record WeightFiles(Path folder) {
    GeneratorSettings generator(Recipe recipe) throws RunException {
        GeneratorSettings settings = recipe.generator();
        return settings.encoderWeights() == null
                ? settings
                : settings.withEncoderWeights(find("generator.weights", settings.encoderWeights()));
    }

    ObjectiveSettings objective(Recipe recipe) throws RunException {
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
