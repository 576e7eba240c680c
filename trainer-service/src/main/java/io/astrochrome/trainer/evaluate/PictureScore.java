package io.astrochrome.trainer.evaluate;

import io.astrochrome.imaging.quality.GainOverGrey;
import io.astrochrome.imaging.quality.Quality;

/**
 * What one prediction scores on one picture.
 *
 * @param group pictures of one group show the same object
 * @param category the object's class; empty where unknown
 * @param lpips perceptual distance, or NaN where it was not measured
 * @param sky its tint on black sky
 * @param sizeDeltaE2000 mean CIEDE2000 between the colours at the crop's side and at twice that; NaN where size does not
 *     matter
 * @param hueSpreadRatio spread of its hues over the truth's; NaN where the truth's hues hardly differ
 * @param features of the coloured picture, empty where they were not asked for
 */
record PictureScore(
        String picture,
        String group,
        String category,
        Quality quality,
        double lpips,
        SkyTint sky,
        double sizeDeltaE2000,
        double hueSpreadRatio,
        double[] features) {
    GainOverGrey gain() {
        return quality.gain();
    }

    /** What is drawn together when intervals are made: its group, or itself where it has none. */
    String witness() {
        return group.isEmpty() ? "picture " + picture : group;
    }
}
