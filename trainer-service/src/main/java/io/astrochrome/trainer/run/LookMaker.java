package io.astrochrome.trainer.run;

import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Look;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.evaluate.EvaluationCrop;
import io.astrochrome.trainer.export.OnnxValues;
import io.astrochrome.trainer.looks.LikelihoodFit;
import io.astrochrome.trainer.looks.LookGains;
import io.astrochrome.trainer.network.Generator;
import io.astrochrome.trainer.objective.Learner;
import io.astrochrome.trainer.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Gives a model looks: the palettes of the pictures that a recipe names, and a ranking learnt from what each look gains on
 * the pictures to learn from. The network's own values stay as they are. The same model, recipe and pictures give the same
 * file on one machine.
 *
 * @param recipe whose network is the model's, with looks
 * @param training pictures to learn the ranking from, among them those that the recipe names
 * @param commit of the code, for the model's metadata
 */
public record LookMaker(Recipe recipe, PictureSet training, String commit) {
    /** Side at which a picture is judged, px: that of most frames' reduced tensors, within a third. */
    private static final int SIDE = 224;

    /**
     * Writes the model.
     *
     * @param told how many pictures the looks were tried on
     * @throws RunException where the recipe's network is not the model's, or a picture is missing
     */
    public void make(BaseModel base, Path onnx, IntConsumer told) throws IOException {
        if (recipe.looks().isEmpty()) {
            throw new RunException("the recipe " + recipe.name() + " has no looks");
        }
        try (Learner learner = new WeightFiles(null).learner(recipe)) {
            base.into(learner);
            LookBook.open(recipe, List.of(), training, learner);
            List<Look> looks = LookBook.looks(recipe, learner);
            float[][] wanted = likelihoods(base, looks, told);
            LikelihoodFit fit = LikelihoodFit.of(seen(learner), wanted);
            Map<String, Tensor> values = new LinkedHashMap<>(OnnxValues.read(base.onnx()));
            int channels = fit.weights().length / looks.size();
            values.put(Generator.LOOKS + ".weight", Tensor.ofFloats(fit.weights(), looks.size(), channels, 1, 1));
            values.put(Generator.LOOKS + ".bias", Tensor.ofFloats(fit.biases(), looks.size()));
            learner.startFrom(values);
            new ModelFile(recipe, training.hash(), commit, onnx.toAbsolutePath()).write(learner, null);
        }
    }

    private float[][] likelihoods(BaseModel base, List<Look> looks, IntConsumer told) throws RunException {
        try (ColourModel model = ColourModel.load(base.onnx(), base.modelId(), SessionSettings.DEFAULT)) {
            return LookGains.of(model, looks, training, told).likelihoods();
        } catch (ModelRejectedException e) {
            throw new RunException(e.getMessage(), e);
        }
    }

    private float[][] seen(Learner learner) {
        EvaluationCrop crop = new EvaluationCrop(SIDE);
        return training.pictures().stream()
                .map(picture -> {
                    NormalisedLab planes = crop.of(picture.planes());
                    return learner.seen(planes.l(), 1, planes.height(), planes.width());
                })
                .toArray(float[][]::new);
    }
}
