package io.astrochrome.trainer.cli;

import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Look;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.trainer.card.ModelFacts;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.evaluate.EvaluationCrop;
import io.astrochrome.trainer.evaluate.LookDifferences;
import io.astrochrome.trainer.evaluate.predict.ChromaPredictor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Models that are measured together, in the order in which they were named. Whoever loads them closes them. */
final class LoadedModels implements AutoCloseable {
    private final Map<Path, ColourModel> models = new LinkedHashMap<>();

    private LoadedModels() {}

    /**
     * Loads them with every check.
     *
     * @throws ModelRejectedException where one must not be run
     * @throws IllegalArgumentException where two have one name, by which reports tell them apart
     */
    static LoadedModels load(List<Path> files) throws ModelRejectedException {
        LoadedModels loaded = new LoadedModels();
        try {
            for (Path file : files) {
                loaded.add(file);
            }
            return loaded;
        } catch (ModelRejectedException | RuntimeException e) {
            loaded.close();
            throw e;
        }
    }

    private void add(Path file) throws ModelRejectedException {
        ColourModel model = ColourModel.load(file, SessionSettings.DEFAULT);
        ColourModel before = models.putIfAbsent(file, model);
        if (before != null) {
            model.close();
            throw new IllegalArgumentException("the model " + file + " is named twice");
        }
        String name = model.metadata().name();
        if (models.values().stream()
                        .filter(other -> other.metadata().name().equals(name))
                        .count()
                > 1) {
            throw new IllegalArgumentException("two models are named " + name + ": measure them one after the other");
        }
    }

    /**
     * Each model with each palette; one that takes none is measured without.
     *
     * @throws IllegalArgumentException where palettes are asked for and no model takes one
     */
    List<ChromaPredictor> predictors(List<PaletteKind> palettes, PictureSet measured) {
        boolean guided = palettes.stream().anyMatch(kind -> kind != PaletteKind.NONE);
        if (guided && !models.isEmpty() && models.values().stream().allMatch(model -> model.paletteSize() == 0)) {
            throw new IllegalArgumentException(
                    "the model " + models.keySet() + " takes no palette: leave out --palette");
        }
        List<ChromaPredictor> predictors = new ArrayList<>();
        for (ColourModel model : models.values()) {
            for (PaletteKind kind : palettes) {
                if (kind == PaletteKind.NONE || model.paletteSize() > 0) {
                    List<Look> looks = kind == PaletteKind.LOOKS ? looks(model) : List.of();
                    predictors.addAll(kind.predictors(model, looks, measured));
                }
            }
        }
        return predictors;
    }

    /** How far apart the looks of each model are that takes palettes. */
    List<String> differences(PictureSet measured, EvaluationCrop crop) {
        return models.values().stream()
                .filter(model -> model.paletteSize() > 0)
                .map(model -> LookDifferences.of(model, looks(model), measured, crop)
                        .sentence(model.metadata().name()))
                .toList();
    }

    /** A model's looks; one that offers none borrows another's, whose palettes are as long. */
    private List<Look> looks(ColourModel model) {
        return Stream.concat(Stream.of(model), models.values().stream())
                .filter(other -> !other.looks().isEmpty() && other.paletteSize() == model.paletteSize())
                .findFirst()
                .map(ColourModel::looks)
                .orElseThrow(() -> new IllegalArgumentException("the model "
                        + model.metadata().name()
                        + " offers no looks: leave them out of --palette, or name a model beside it that offers some"));
    }

    /** What their files are. */
    List<ModelFacts> facts() throws IOException {
        List<ModelFacts> facts = new ArrayList<>();
        for (Map.Entry<Path, ColourModel> entry : models.entrySet()) {
            facts.add(ModelFacts.of(entry.getValue(), entry.getKey()));
        }
        return facts;
    }

    /** The file of the first. */
    Path first() {
        return models.keySet().iterator().next();
    }

    @Override
    public void close() {
        models.values().forEach(ColourModel::close);
    }
}
