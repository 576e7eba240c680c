package io.astrochrome.trainer.augment;

/**
 * How far a random view may be from the picture itself.
 *
 * @param flip whether views are mirrored, and turned by quarters
 * @param rotationDegrees views are turned further by up to this much, either way
 * @param scale side of the area a view shows, over the side of the view, in source pixels: above 1 shrinks the picture.
 *     Bounded by what the picture holds
 * @param gamma exponent on L&#42;/100; drawn so that a half is as likely as a double
 * @param curve strength of a random smooth curve on L&#42;, 0 to 1; black and white stay where they are
 * @param noise standard deviation of the camera's noise on L&#42;, drawn from this range
 * @param blurPixels standard deviation of the blur of L, a and b, drawn from this range, in px of the view
 */
public record AugmentationSettings(
        boolean flip, double rotationDegrees, Range scale, Range gamma, double curve, Range noise, Range blurPixels) {
    /** Nothing but the crop: the picture's middle, as it is. */
    public static final AugmentationSettings NONE =
            new AugmentationSettings(false, 0, new Range(1, 1), new Range(1, 1), 0, new Range(0, 0), new Range(0, 0));

    public AugmentationSettings {
        require(rotationDegrees >= 0 && rotationDegrees <= 180, "rotation-degrees must be 0 to 180");
        require(scale.low() > 0 && scale.high() <= 8, "scale must be above 0 and at most 8");
        require(gamma.low() > 0 && gamma.high() <= 8, "gamma must be above 0 and at most 8");
        require(curve >= 0 && curve <= 1, "curve must be 0 to 1");
        require(noise.low() >= 0 && noise.high() <= 20, "noise must be 0 to 20");
        require(blurPixels.low() >= 0 && blurPixels.high() <= 5, "blur-pixels must be 0 to 5");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("augmentation: " + rule);
        }
    }
}
