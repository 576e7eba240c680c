package io.astrochrome.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.tensors.TensorSides;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a model comes from and how good it is, as its file says in {@code metadata_props}. Immutable.
 *
 * @param name for people
 * @param side the side it was trained at, in px, a multiple of {@link TensorSides#MULTIPLE}
 * @param stretch name of the stretch that its training frames had
 * @param recipe name of the recipe it was trained by
 * @param recipeHash SHA-256 of the recipe in its canonical form
 * @param dataHash SHA-256 over the ids of the frames it was trained on
 * @param commit of the code that trained it
 * @param quality measured on the validation split, by name
 * @param licence of the weights, an SPDX expression or a sentence
 * @param looks that the model offers; none where it offers none
 */
public record ModelMetadata(
        String name,
        int side,
        String stretch,
        String recipe,
        String recipeHash,
        String dataHash,
        String commit,
        long seed,
        Map<String, Double> quality,
        String licence,
        List<Look> looks) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public ModelMetadata {
        notBlank(ModelContract.KEY_NAME, name);
        if (!TensorSides.fits(side)) {
            throw new IllegalArgumentException(ModelContract.KEY_SIDE + " must be a positive multiple of "
                    + TensorSides.MULTIPLE + ", not " + side);
        }
        notBlank(ModelContract.KEY_STRETCH, stretch);
        notBlank(ModelContract.KEY_RECIPE, recipe);
        notBlank(ModelContract.KEY_RECIPE_HASH, recipeHash);
        notBlank(ModelContract.KEY_DATA_HASH, dataHash);
        notBlank(ModelContract.KEY_COMMIT, commit);
        quality = quality == null ? Map.of() : Map.copyOf(quality);
        notBlank(ModelContract.KEY_LICENCE, licence);
        looks = looks == null ? List.of() : List.copyOf(looks);
        if (looks.stream().map(Look::name).distinct().count() < looks.size()) {
            throw new IllegalArgumentException(ModelContract.KEY_LOOKS + " has a name twice");
        }
    }

    private static void notBlank(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(key + " must not be blank");
        }
    }

    /** What an exporter puts into {@code metadata_props}, less the self-test; in a fixed order. */
    public Map<String, String> toProperties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(ModelContract.KEY_CONTRACT, ModelContract.VERSION);
        properties.put(ModelContract.KEY_NAME, name);
        properties.put(ModelContract.KEY_SIDE, Integer.toString(side));
        properties.put(ModelContract.KEY_COLOUR_SPACE, ModelContract.COLOUR_SPACE);
        properties.put(ModelContract.KEY_AB_SCALE, ModelContract.AB_SCALE);
        properties.put(ModelContract.KEY_STRETCH, stretch);
        properties.put(ModelContract.KEY_RECIPE, recipe);
        properties.put(ModelContract.KEY_RECIPE_HASH, recipeHash);
        properties.put(ModelContract.KEY_DATA_HASH, dataHash);
        properties.put(ModelContract.KEY_COMMIT, commit);
        properties.put(ModelContract.KEY_SEED, Long.toString(seed));
        properties.put(ModelContract.KEY_QUALITY, qualityJson());
        properties.put(ModelContract.KEY_LICENCE, licence);
        if (!looks.isEmpty()) {
            properties.put(ModelContract.KEY_LOOKS, Look.toJson(looks));
        }
        return properties;
    }

    private String qualityJson() {
        try {
            return JSON.writeValueAsString(new TreeMap<>(quality));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of numbers is always JSON", e);
        }
    }

    /**
     * Reads {@code metadata_props}; keys of others are passed over.
     *
     * @throws ModelRejectedException where the contract is another version's, or a key is missing or breaks its rule
     */
    public static ModelMetadata fromProperties(Map<String, String> properties) throws ModelRejectedException {
        require(properties, ModelContract.KEY_CONTRACT, ModelContract.VERSION);
        require(properties, ModelContract.KEY_COLOUR_SPACE, ModelContract.COLOUR_SPACE);
        require(properties, ModelContract.KEY_AB_SCALE, ModelContract.AB_SCALE);
        try {
            return new ModelMetadata(
                    properties.getOrDefault(ModelContract.KEY_NAME, ""),
                    Integer.parseInt(properties.getOrDefault(ModelContract.KEY_SIDE, "")),
                    properties.getOrDefault(ModelContract.KEY_STRETCH, ""),
                    properties.getOrDefault(ModelContract.KEY_RECIPE, ""),
                    properties.getOrDefault(ModelContract.KEY_RECIPE_HASH, ""),
                    properties.getOrDefault(ModelContract.KEY_DATA_HASH, ""),
                    properties.getOrDefault(ModelContract.KEY_COMMIT, ""),
                    Long.parseLong(properties.getOrDefault(ModelContract.KEY_SEED, "")),
                    JSON.readValue(properties.getOrDefault(ModelContract.KEY_QUALITY, "{}"), new TypeReference<>() {}),
                    properties.getOrDefault(ModelContract.KEY_LICENCE, ""),
                    Look.fromJson(properties.getOrDefault(ModelContract.KEY_LOOKS, "[]")));
        } catch (IllegalArgumentException | JsonProcessingException e) {
            throw new ModelRejectedException(
                    ModelRejectedException.Rule.METADATA, "its metadata is broken: " + e.getMessage(), e);
        }
    }

    private static void require(Map<String, String> properties, String key, String expected)
            throws ModelRejectedException {
        String value = properties.get(key);
        if (!expected.equals(value)) {
            throw new ModelRejectedException(
                    ModelRejectedException.Rule.CONTRACT,
                    key + " must be " + expected + ", but the file " + (value == null ? "has none" : "says " + value));
        }
    }
}
