package io.astrochrome.imaging.write;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a coloured picture comes from; written into every file. No time is among it, so that the same frame and model
 * give the same bytes.
 *
 * @param softwareVersion of Astrochrome
 * @param modelId SHA-256 of the model file; null where no model had a part
 * @param modelName for people; null where no model had a part
 * @param sourceFile name of the frame's file, without its folder
 * @param sourceSha256 SHA-256 of the frame's bytes
 * @param object what the frame shows, or null
 * @param stretch name of the stretch that made the luminance
 * @param stretchParameters by name
 * @param palette what steered the colours, or null
 * @param measured what was measured of the colours; null where all are a model's
 */
public record Provenance(
        String softwareVersion,
        @Nullable String modelId,
        @Nullable String modelName,
        String sourceFile,
        String sourceSha256,
        @Nullable String object,
        String stretch,
        Map<String, Double> stretchParameters,
        @Nullable String palette,
        @Nullable MeasuredColours measured) {
    public Provenance {
        required("softwareVersion", softwareVersion);
        if (measured == null || measured.isGuessed()) {
            required("modelId", modelId);
            required("modelName", modelName);
        }
        required("sourceFile", sourceFile);
        required("sourceSha256", sourceSha256);
        required("stretch", stretch);
        stretchParameters = stretchParameters == null ? Map.of() : Map.copyOf(stretchParameters);
    }

    /** Of a frame all of whose colours are a model's. */
    public Provenance(
            String softwareVersion,
            @Nullable String modelId,
            @Nullable String modelName,
            String sourceFile,
            String sourceSha256,
            @Nullable String object,
            String stretch,
            Map<String, Double> stretchParameters,
            @Nullable String palette) {
        this(
                softwareVersion,
                modelId,
                modelName,
                sourceFile,
                sourceSha256,
                object,
                stretch,
                stretchParameters,
                palette,
                null);
    }

    /** Whether any colour is a model's. */
    public boolean isSynthetic() {
        return measured == null || measured.isGuessed();
    }

    private static void required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
    }
}
