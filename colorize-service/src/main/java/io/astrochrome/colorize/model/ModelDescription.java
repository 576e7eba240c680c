package io.astrochrome.colorize.model;

import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelMetadata;

/**
 * The model that colours now, for people.
 *
 * @param modelId SHA-256 of the file
 * @param metadata what the file says of itself
 * @param executionProvider {@code CUDA} or {@code CPU}
 * @param executionProviderReason why that
 */
public record ModelDescription(
        String modelId, ModelMetadata metadata, String executionProvider, String executionProviderReason) {
    static ModelDescription of(ColourModel model) {
        return new ModelDescription(
                model.modelId(), model.metadata(), model.executionProvider(), model.executionProviderReason());
    }
}
