package io.astrochrome.trainer.recipe;

/**
 * How a run is measured on the validation split.
 *
 * @param everySteps between two measurements
 * @param side of the centre crops, in px
 * @param select which figure makes a checkpoint the best
 * @param patience measurements without a new best after which the run ends; 0: never
 */
public record ValidationSettings(long everySteps, int side, Selection select, int patience) {
    /** Which checkpoint is the best. */
    public enum Selection {
        /** The largest mean gain over grey. */
        MEAN_GAIN,
        /** The largest pooled gain over grey. */
        POOLED_GAIN,
        /** The largest sum of the mean gain and half the pooled. */
        BALANCED,
        /** The latest, whatever it measures: an adversarial run's figures do not say how vivid it is. */
        LATEST
    }
}
