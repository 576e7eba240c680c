package io.astrochrome.trainer.augment;

import io.astrochrome.trainer.data.NormalisedLab;
import java.util.random.RandomGenerator;

/**
 * Another stretch of the same picture: a gamma and a smooth monotone curve on L&#42;, black and white kept. The chroma
 * follows as if the light itself had been scaled: with the chromaticity kept, CIELAB's a&#42; and b&#42; are in proportion
 * to the cube root of the luminance, and to the luminance itself in the linear segment of the dark (CIE 15).
 */
record LightnessCurve(double gamma, double middle, double contrast) {
    /** L&#42; where CIELAB's cube root turns linear. */
    private static final double LINEAR_BELOW = 8;

    /** Brightening the near-black multiplies its chroma; more than this would be colour noise. */
    private static final double MOST_CHROMA_GAIN = 2.5;

    private static final int ENTRIES = 1024;

    static LightnessCurve draw(AugmentationSettings settings, RandomGenerator random) {
        double gamma = settings.gamma().drawByRatio(random);
        double middle = settings.curve() * (2 * random.nextDouble() - 1);
        double contrast = settings.curve() * (2 * random.nextDouble() - 1);
        return new LightnessCurve(gamma, middle, contrast);
    }

    /** The new lightness of {@code lightness}, both 0 to 1. */
    double apply(double lightness) {
        double x = Math.pow(Math.min(1, Math.max(0, lightness)), gamma);
        // Both terms have slopes within ±1 at full strength together, so the sum stays monotone.
        double bent = x + 0.5 * middle * x * (1 - x);
        return bent + contrast * Math.sin(2 * Math.PI * bent) / (4 * Math.PI);
    }

    /** Applies the curve in place. */
    void apply(NormalisedLab planes) {
        if (gamma == 1 && middle == 0 && contrast == 0) {
            return;
        }
        float[] lightness = new float[ENTRIES + 1];
        float[] chroma = new float[ENTRIES + 1];
        for (int i = 0; i <= ENTRIES; i++) {
            double before = (double) i / ENTRIES;
            double after = apply(before);
            lightness[i] = (float) after;
            chroma[i] = (float) chromaGain(100 * before, 100 * after);
        }
        for (int i = 0; i < planes.l().length; i++) {
            float at = Math.min(1f, Math.max(0f, (planes.l()[i] + 1) / 2)) * ENTRIES;
            int entry = Math.min(ENTRIES - 1, (int) at);
            float part = at - entry;
            planes.l()[i] = 2 * (lightness[entry] + part * (lightness[entry + 1] - lightness[entry])) - 1;
            float gain = chroma[entry] + part * (chroma[entry + 1] - chroma[entry]);
            planes.a()[i] = clamp(planes.a()[i] * gain);
            planes.b()[i] = clamp(planes.b()[i] * gain);
        }
    }

    static double chromaGain(double before, double after) {
        double from = response(before);
        return from <= 0 ? 1 : Math.min(MOST_CHROMA_GAIN, response(after) / from);
    }

    private static double response(double lStar) {
        return lStar > LINEAR_BELOW ? (lStar + 16) / (LINEAR_BELOW + 16) : lStar / LINEAR_BELOW;
    }

    private static float clamp(float value) {
        return Math.min(1f, Math.max(-1f, value));
    }
}
