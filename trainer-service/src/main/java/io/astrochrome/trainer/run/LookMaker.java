package io.astrochrome.trainer.run;

import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Look;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.storage.Sha256;
import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TrainingPicture;
import io.astrochrome.trainer.evaluate.EvaluationCrop;
import io.astrochrome.trainer.export.OnnxValues;
import io.astrochrome.trainer.looks.DecoderMaps;
import io.astrochrome.trainer.looks.DecoderSession;
import io.astrochrome.trainer.looks.LikelihoodFit;
import io.astrochrome.trainer.looks.LookFit;
import io.astrochrome.trainer.looks.LookGains;
import io.astrochrome.trainer.looks.LookSamples;
import io.astrochrome.trainer.network.Generator;
import io.astrochrome.trainer.network.LookReadout;
import io.astrochrome.trainer.objective.Learner;
import io.astrochrome.trainer.recipe.LookSource;
import io.astrochrome.trainer.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives a model looks: a readout of the network's features for each, learnt from pictures, and a ranking learnt from what each
 * look gains on them. The network's own values stay as they are. The same model, recipe and pictures give the same file on one
 * machine.
 *
 * @param recipe whose network is the model's, with looks
 * @param training pictures to learn from, among them those that the recipe names
 * @param validation pictures to measure with; perhaps none
 * @param commit of the code, for the model's metadata
 */
public record LookMaker(Recipe recipe, PictureSet training, PictureSet validation, String commit) {
    private static final int TELL_EVERY = 200;

    /**
     * What is added to the logarithm of the likelihood of what the network gives by itself: looks gain more on the pictures that
     * they were learnt from than on others, and a wrong one costs more than none.
     */
    private static final float CAUTION = 1;

    /**
     * Writes the model.
     *
     * @param told what is done, in words
     * @throws RunException where the recipe's network is not the model's, or a picture is missing
     */
    public void make(BaseModel base, Path onnx, Consumer<String> told) throws IOException {
        if (recipe.looks().isEmpty()) {
            throw new RunException("the recipe " + recipe.name() + " has no looks");
        }
        try (Learner learner = new LearnerMaker(null).learner(recipe)) {
            base.into(learner);
            LookBook.open(recipe, learner);
            Map<String, Tensor> values = new LinkedHashMap<>(OnnxValues.read(base.onnx()));
            float[][] seen = new float[training.size()][];
            values.putAll(readout(learner, seen, onnx, told));
            learner.startFrom(values);
            LookGains gains = gains(learner, onnx, told);
            LikelihoodFit fit = LikelihoodFit.of(seen, gains.likelihoods());
            values.putAll(ranking(fit));
            learner.startFrom(values);
            file(onnx).write(learner, measured(learner, onnx), gains.suits(fit.told(seen), classes()));
        }
    }

    /** Figures of what is to be written; null where there is nothing to measure with. */
    private @Nullable ValidationFigures measured(Learner learner, Path onnx) throws IOException {
        Validation measuring = new Validation(validation, recipe.validation().side());
        if (!measuring.possible()) {
            return null;
        }
        Path unmeasured = beside(onnx, ".unmeasured");
        try {
            file(unmeasured).write(learner, null);
            try (ColourModel model = load(unmeasured)) {
                return measuring.measure(
                        (l, palettes, n, h, w) -> predicted(model, l, palettes, n, h, w),
                        recipe.generator().paletteWidth());
            }
        } finally {
            Files.deleteIfExists(unmeasured);
        }
    }

    private static float[] predicted(ColourModel model, float[] l, float[] palettes, int n, int h, int w) {
        List<float[]> planes = new ArrayList<>();
        List<float[]> hints = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            planes.add(Arrays.copyOfRange(l, i * h * w, (i + 1) * h * w));
            hints.add(Arrays.copyOfRange(palettes, i * palettes.length / n, (i + 1) * palettes.length / n));
        }
        return model.predict(planes, hints, h, w).ab();
    }

    private static ColourModel load(Path onnx) throws IOException {
        try {
            return ColourModel.load(onnx, Sha256.of(onnx), SessionSettings.DEFAULT);
        } catch (ModelRejectedException e) {
            throw new RunException(String.valueOf(e.getMessage()), e);
        }
    }

    private ModelFile file(Path onnx) {
        return new ModelFile(recipe, training.hash(), commit, onnx.toAbsolutePath());
    }

    /** @param seen takes what each picture is judged by */
    private Map<String, Tensor> readout(Learner learner, float[][] seen, Path onnx, Consumer<String> told)
            throws IOException {
        int[] beginnings =
                LookBeginnings.of(learnt(), training, recipe.generator().paletteWidth());
        EvaluationCrop crop = new EvaluationCrop(recipe.finalSide());
        LookSamples samples = new LookSamples();
        List<Integer> channels = learner.mapChannels();
        Path decoder = beside(onnx, ".decoder");
        try {
            learner.exportDecoder(decoder);
            try (DecoderSession session = new DecoderSession(decoder, channels)) {
                for (int i = 0; i < training.size(); i++) {
                    NormalisedLab planes = crop.of(training.pictures().get(i).planes());
                    DecoderMaps maps = session.of(planes);
                    seen[i] = maps.seen();
                    samples.add(maps, planes, recipe.seed() + i);
                    tell(told, "pictures seen", i + 1);
                }
            }
        } finally {
            Files.deleteIfExists(decoder);
        }
        return fitted(samples, channels, beginnings, told);
    }

    private Map<String, Tensor> fitted(
            LookSamples samples, List<Integer> channels, int[] beginnings, Consumer<String> told) {
        List<Double> spreads = learnt().stream().map(LookSource::spread).toList();
        int[] tenths = {0};
        Map<String, Tensor> fitted =
                new LinkedHashMap<>(new LookFit(channels, spreads).of(samples, beginnings, recipe.seed(), done -> {
                    if ((int) (10 * done) > tenths[0]) {
                        tenths[0] = (int) (10 * done);
                        told.accept("looks learnt: " + 10 * tenths[0] + " %");
                    }
                }));
        for (String part : List.of(".weight", ".bias")) {
            fitted.computeIfPresent(LookReadout.COLOURS + part, (name, learnt) -> withOwn(learnt));
        }
        return fitted;
    }

    private List<LookSource> learnt() {
        return recipe.looks().stream().filter(LookSource::isLearnt).toList();
    }

    /** Rows of all looks, a's and then b's: nothing is added to what the network gives by itself. */
    private Tensor withOwn(Tensor learnt) {
        int looks = recipe.looks().size();
        int known = learnt().size();
        float[] rows = learnt.toFloats();
        int width = rows.length / (2 * known);
        float[] all = new float[2 * looks * width];
        int next = 0;
        for (int look = 0; look < looks; look++) {
            if (recipe.looks().get(look).isLearnt()) {
                System.arraycopy(rows, next * width, all, look * width, width);
                System.arraycopy(rows, (known + next) * width, all, (looks + look) * width, width);
                next++;
            }
        }
        long[] shape = learnt.shape().clone();
        shape[0] = 2L * looks;
        return Tensor.ofFloats(all, shape);
    }

    private static Path beside(Path onnx, String ending) {
        return onnx.toAbsolutePath().resolveSibling(onnx.getFileName() + ending);
    }

    private Map<String, Tensor> ranking(LikelihoodFit fit) {
        int looks = recipe.looks().size();
        return Map.of(
                Generator.LOOKS + ".weight", Tensor.ofFloats(fit.weights(), looks, fit.weights().length / looks, 1, 1),
                Generator.LOOKS + ".bias", Tensor.ofFloats(cautious(fit.biases()), looks));
    }

    private List<String> classes() {
        return training.pictures().stream().map(TrainingPicture::category).toList();
    }

    /** What the network gives by itself comes first unless another look is clearly likelier. */
    private float[] cautious(float[] biases) {
        float[] cautious = biases.clone();
        for (int look = 0; look < cautious.length; look++) {
            cautious[look] += recipe.looks().get(look).isLearnt() ? 0 : CAUTION;
        }
        return cautious;
    }

    private LookGains gains(Learner learner, Path onnx, Consumer<String> told) throws IOException {
        Path unranked = beside(onnx, ".unranked");
        try {
            file(unranked).write(learner, null);
            try (ColourModel model = load(unranked)) {
                List<Look> looks = LookBook.looks(recipe, learner, List.of());
                return LookGains.of(model, looks, training, done -> tell(told, "looks tried on pictures", done));
            }
        } finally {
            Files.deleteIfExists(unranked);
        }
    }

    private void tell(Consumer<String> told, String what, int done) {
        if (done % TELL_EVERY == 0 || done == training.size()) {
            told.accept(what + ": " + done + " of " + training.size());
        }
    }
}
