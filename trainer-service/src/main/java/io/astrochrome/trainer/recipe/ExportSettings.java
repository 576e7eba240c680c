package io.astrochrome.trainer.recipe;

import io.astrochrome.trainer.export.Views;

/**
 * How a run's model is written.
 *
 * @param averaged the moving average's values rather than the last step's
 * @param halfWeights weights as fp16: half the file
 * @param licence of the model, for its metadata
 * @param views that its answers are the mean over
 */
public record ExportSettings(boolean averaged, boolean halfWeights, String licence, Views views) {}
