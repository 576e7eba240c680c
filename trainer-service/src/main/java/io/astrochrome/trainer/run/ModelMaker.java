package io.astrochrome.trainer.run;

import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelMetadata;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.storage.Sha256;
import io.astrochrome.trainer.export.ModelRewrite;
import io.astrochrome.trainer.export.OnnxEnsemble;
import io.astrochrome.trainer.export.Views;
import io.astrochrome.trainer.objective.Learner;
import io.astrochrome.trainer.recipe.Recipe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes one model file of several parts: checkpoints of a recipe, model files, folders of runs. A file that is written is
 * one that does what its parts do; whatever is wrong, nothing is written.
 *
 * @param recipe of the checkpoints; null where there are none among the parts
 * @param weights folder of the weight files that the recipe names; may be null where it names none
 * @param commit of the code, for checkpoints' metadata
 */
public record ModelMaker(@Nullable Recipe recipe, @Nullable Path weights, String commit) {
    private static final String CHECKPOINT = ".safetensors";

    /**
     * What the new file says of itself.
     *
     * @param name null for that of its parts
     * @param licence null for that of its parts
     */
    public record Words(@Nullable String name, @Nullable String licence) {}

    /**
     * Writes the model.
     *
     * @throws io.astrochrome.trainer.export.ExportRefusedException where it does not do what its parts do
     * @throws IllegalArgumentException where the parts do not fit together
     * @throws IOException where a part cannot be read or is none, or the file cannot be written
     */
    public void make(List<Path> parts, Views views, Words words, Path onnx) throws IOException {
        Path folder = Files.createTempDirectory(onnx.toAbsolutePath().getParent(), "export-");
        try {
            List<Path> models = new ArrayList<>();
            for (Path part : parts) {
                models.add(model(part, folder.resolve(models.size() + ".onnx")));
            }
            List<ModelMetadata> members = new ArrayList<>();
            for (Path model : models) {
                members.add(metadata(model));
            }
            Map<String, String> properties = joined(members, views, words).toProperties();
            Path whole = folder.resolve("whole.onnx");
            if (models.size() == 1 && views == Views.UPRIGHT) {
                ModelRewrite.write(models.get(0), properties, whole);
            } else {
                new OnnxEnsemble(models, views).write(whole, properties);
            }
            Files.move(whole, onnx, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private Path model(Path part, Path exported) throws IOException {
        if (Files.isDirectory(part)) {
            Path best = part.resolve(CheckpointFolder.BEST_MODEL);
            if (!Files.exists(best)) {
                throw new RunException(part + " holds no " + CheckpointFolder.BEST_MODEL);
            }
            return best;
        }
        if (!Files.exists(part)) {
            throw new RunException("there is no " + part);
        }
        return part.toString().endsWith(CHECKPOINT) ? fromCheckpoint(part, exported) : part;
    }

    private Path fromCheckpoint(Path part, Path exported) throws IOException {
        if (recipe == null) {
            throw new RunException(part + " is a checkpoint: name the recipe it is of with --recipe");
        }
        Path folder = Objects.requireNonNull(part.toAbsolutePath().getParent(), "a file lies in a folder");
        Checkpoint checkpoint = new CheckpointFolder(folder)
                .load(String.valueOf(part.getFileName()))
                .orElseThrow();
        Progress progress = checkpoint.progress();
        if (!progress.recipeHash().equals(recipe.hash())) {
            throw new RunException(part + " is of another recipe (" + progress.recipe() + " "
                    + progress.recipeHash().substring(0, 12) + ", not " + recipe.name() + " "
                    + recipe.hash().substring(0, 12) + ")");
        }
        try (Learner learner = new LearnerMaker(weights).learner(recipe)) {
            learner.restore(checkpoint.state());
            // What was measured last is another checkpoint's unless this is the best one.
            ValidationFigures figures = progress.bestStep() == progress.step() ? progress.bestFigures() : null;
            new ModelFile(recipe, progress.dataHash(), commit, exported).write(learner, figures);
        }
        return exported;
    }

    private static ModelMetadata metadata(Path model) throws IOException {
        try (ColourModel loaded = ColourModel.load(model, SessionSettings.cpu(1))) {
            return loaded.metadata();
        } catch (ModelRejectedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** What was measured belongs to a member, so an ensemble says nothing of its quality until it is measured itself. */
    private static ModelMetadata joined(List<ModelMetadata> members, Views views, Words words) {
        ModelMetadata first = members.get(0);
        boolean same = members.size() == 1 && views == Views.UPRIGHT;
        TreeSet<Integer> sides = new TreeSet<>();
        members.forEach(member -> sides.add(member.side()));
        if (sides.size() > 1) {
            throw new IllegalArgumentException("the members were trained at different sides: " + sides);
        }
        return new ModelMetadata(
                words.name() == null ? words(members, ModelMetadata::name) : words.name(),
                first.side(),
                words(members, ModelMetadata::stretch),
                words(members, ModelMetadata::recipe),
                hash(members, ModelMetadata::recipeHash),
                hash(members, ModelMetadata::dataHash),
                words(members, ModelMetadata::commit),
                first.seed(),
                same ? first.quality() : Map.of(),
                words.licence() == null ? words(members, ModelMetadata::licence) : words.licence(),
                same ? first.looks() : List.of());
    }

    private static String words(List<ModelMetadata> members, Function<ModelMetadata, String> what) {
        return members.stream().map(what).distinct().collect(Collectors.joining(" + "));
    }

    /** The members' one hash, or the SHA-256 of all of theirs. */
    private static String hash(List<ModelMetadata> members, Function<ModelMetadata, String> what) {
        List<String> hashes = members.stream().map(what).distinct().toList();
        if (hashes.size() == 1) {
            return hashes.get(0);
        }
        MessageDigest digest = Sha256.digest();
        hashes.forEach(hash -> digest.update((hash + "\n").getBytes(StandardCharsets.UTF_8)));
        return Sha256.hex(digest.digest());
    }
}
