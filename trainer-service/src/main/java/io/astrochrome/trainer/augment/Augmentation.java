package io.astrochrome.trainer.augment;

import io.astrochrome.trainer.data.NormalisedLab;
import java.util.random.RandomGenerator;

/** Random square views of pictures. The same random numbers give the same view. Thread-safe. */
public record Augmentation(AugmentationSettings settings) {
    /**
     * A view of {@code side} px: flipped, turned, cropped, scaled, restretched, blurred, noisy, as the settings have it. L
     * and ab go through the same geometry, and the chroma follows the lightness.
     */
    public NormalisedLab view(NormalisedLab picture, int side, RandomGenerator random) {
        ViewGeometry geometry = ViewGeometry.draw(settings, side, picture.width(), picture.height(), random);
        LightnessCurve curve = LightnessCurve.draw(settings, random);
        GaussianBlur blur = new GaussianBlur(settings.blurPixels().draw(random));
        CameraNoise noise = new CameraNoise(settings.noise().draw(random));
        NormalisedLab view = geometry.sample(picture);
        curve.apply(view);
        blur.apply(view);
        noise.apply(view, random);
        clamp(view.l());
        clamp(view.a());
        clamp(view.b());
        return view;
    }

    /** Weights that sum to one but for rounding may step over the edge of the range by as much. */
    private static void clamp(float[] plane) {
        for (int i = 0; i < plane.length; i++) {
            plane[i] = Math.min(1f, Math.max(-1f, plane[i]));
        }
    }
}
