package io.astrochrome.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One of the ways a model offers to colour a frame. The array is shared, not copied.
 *
 * @param name small letters, digits and hyphens; what people choose it by
 * @param vividness what the model's chroma is multiplied by for this look, above 0 and at most 4: means of what could be are
 *     paler than what is
 * @param palette what the model is steered with to give it, {@code [K]}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Look(
        @JsonProperty("name") String name,
        @JsonProperty("vividness") float vividness,
        @JsonProperty("palette") float[] palette) {
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
