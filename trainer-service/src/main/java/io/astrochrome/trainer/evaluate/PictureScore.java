package io.astrochrome.trainer.evaluate;

import io.astrochrome.imaging.quality.Quality;

/**
 * What one prediction scores on one picture.
 *
 * @param group pictures of one group show the same object
 * @param category the object's class; empty where unknown
 * @param lpips perceptual distance, or NaN where it was not measured
 */
record PictureScore(String picture, String group, String category, Quality quality, double lpips) {
    /** A picture without any error counts as this, so that means stay finite. */
    private static final double MOST_DECIBELS = 100;

    double psnr() {
        return Math.min(MOST_DECIBELS, quality.psnrDecibels());
    }

    double gain() {
        return psnr() - Math.min(MOST_DECIBELS, quality.greyPsnrDecibels());
    }
}
