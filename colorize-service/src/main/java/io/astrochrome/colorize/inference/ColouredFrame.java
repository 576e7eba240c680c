package io.astrochrome.colorize.inference;

import io.astrochrome.events.LabTensor;

/**
 * A frame with the network's colours.
 *
 * @param a predicted a&#42;/110 on the tensor's grid
 * @param b as {@code a}
 * @param palette what steered the colours; null where nothing did
 * @param inferenceMillis its share of the batch
 */
public record ColouredFrame(
        LabTensor tensor,
        String modelId,
        String modelName,
        String executionProvider,
        String palette,
        float[] a,
        float[] b,
        double inferenceMillis) {}
