package io.astrochrome.events.model;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Rules;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trained model is in the object store.
 *
 * @param modelId SHA-256 of the ONNX file, 64 lower-case hex digits
 * @param modelName for people
 * @param recipeHash SHA-256 of the recipe in its canonical form
 * @param dataHash SHA-256 over the ids of the frames it was trained on
 * @param sideLength the side it was trained at, in px
 * @param quality measured on the validation split, by name
 * @param trainedOn what the pictures it was trained on look like, such as {@code lightnessMean}; empty where unknown
 * @param parentModelId the model it was fine-tuned from, or null
 */
public record ModelPublished(
        String modelId,
        String modelName,
        ObjectReference object,
        String recipe,
        String recipeHash,
        String dataHash,
        String commit,
        long seed,
        int sideLength,
        Map<String, Double> quality,
        Map<String, Double> trainedOn,
        String licence,
        @Nullable String parentModelId,
        String runId,
        Instant publishedAt) {
    public ModelPublished {
        Rules.sha256("modelId", modelId);
        Rules.notBlank("modelName", modelName);
        Rules.present("object", object);
        if (!object.sha256().equals(modelId)) {
            throw new IllegalArgumentException("object must be the file of model " + modelId + ", not " + object);
        }
        Rules.notBlank("recipe", recipe);
        quality = quality == null ? Map.of() : Map.copyOf(quality);
        trainedOn = trainedOn == null ? Map.of() : Map.copyOf(trainedOn);
        Rules.present("publishedAt", publishedAt);
    }
}
