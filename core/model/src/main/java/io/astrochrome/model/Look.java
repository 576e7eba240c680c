package io.astrochrome.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One of the ways a model offers to colour a frame. The array is shared, not copied.
 *
 * @param name small letters, digits and hyphens; what people choose it by
 * @param vividness what the model's chroma is multiplied by for this look, above 0 and at most 4: means of what could be are
 *     paler than what is
 * @param palette what the model is steered with to give it, {@code [K]}
 * @param suits how many times as likely it is where more is known of a frame than its lightness, by a class of pictures such as
 *     {@code galaxy} or a filter's role such as {@code Ha}; what is not named changes nothing
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Look(
        @JsonProperty("name") String name,
        @JsonProperty("vividness") float vividness,
        @JsonProperty("palette") float[] palette,

        @JsonProperty("suits") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<String, Float> suits) {
    private static final float MOST_VIVID = 4;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final ObjectMapper JSON = new ObjectMapper();

    public Look {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a look's name has small letters, digits and hyphens, not " + name);
        }
        if (!(vividness > 0 && vividness <= MOST_VIVID)) {
            throw new IllegalArgumentException(
                    "the vividness of the look " + name + " must be above 0 and at most 4, not " + vividness);
        }
        if (palette == null || palette.length == 0) {
            throw new IllegalArgumentException("the look " + name + " has no palette");
        }
        suits = suits == null ? Map.of() : Map.copyOf(suits);
        suits.forEach((what, factor) -> {
            if (!(factor > 0 && Float.isFinite(factor))) {
                throw new IllegalArgumentException(
                        "the look " + name + " must suit " + what + " by a factor above 0, not " + factor);
            }
        });
    }

    /** A look of which nothing is known but what it is. */
    public Look(String name, float vividness, float[] palette) {
        this(name, vividness, palette, Map.of());
    }

    /**
     * How likely looks are for a frame of which more is known than its lightness; they add up to 1.
     *
     * @param told what the model says by the lightness, one a look
     * @param facts classes of pictures and roles of filters
     */
    public static float[] likelihoods(List<Look> looks, float[] told, Set<String> facts) {
        float[] likelihoods = told.clone();
        float all = 0;
        for (int look = 0; look < likelihoods.length; look++) {
            for (String fact : facts) {
                likelihoods[look] *= looks.get(look).suits.getOrDefault(fact, 1f);
            }
            all += likelihoods[look];
        }
        for (int look = 0; look < likelihoods.length && all > 0; look++) {
            likelihoods[look] /= all;
        }
        return likelihoods;
    }

    static String toJson(List<Look> looks) {
        try {
            return JSON.writeValueAsString(looks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names and numbers are always JSON", e);
        }
    }

    static List<Look> fromJson(String json) throws JsonProcessingException {
        return JSON.readValue(json, new TypeReference<>() {});
    }
}
