package io.astrochrome.imaging.color;

/** The networks' units: L = 2 L* / 100 - 1, and a* and b* divided by 110. Thread-safe. */
public final class LabScale {
    /** a* and b* are divided by it. */
    public static final float CHROMA = 110f;

    private LabScale() {}

    /** [0, 100] to [-1, 1]. */
    public static float normaliseLightness(float lStar) {
        return 2 * lStar / 100 - 1;
    }

    /** [-1, 1] to [0, 100]. */
    public static float lStar(float normalised) {
        return (normalised + 1) * 50;
    }

    /** a* or b* divided by 110. */
    public static float normaliseChroma(float chroma) {
        return chroma / CHROMA;
    }

    /** A new plane of L in [-1, 1]. */
    public static float[] normaliseLightness(float[] lStar) {
        float[] normalised = new float[lStar.length];
        for (int i = 0; i < normalised.length; i++) {
            normalised[i] = normaliseLightness(lStar[i]);
        }
        return normalised;
    }

    /** A new plane of L* in [0, 100]. */
    public static float[] lStar(float[] normalised) {
        float[] lStar = new float[normalised.length];
        for (int i = 0; i < lStar.length; i++) {
            lStar[i] = lStar(normalised[i]);
        }
        return lStar;
    }

    /** A new plane of a* / 110 (or b* / 110). */
    public static float[] normaliseChroma(float[] chroma) {
        float[] normalised = new float[chroma.length];
        for (int i = 0; i < normalised.length; i++) {
            normalised[i] = normaliseChroma(chroma[i]);
        }
        return normalised;
    }

    /** A new plane of a* (or b*). */
    public static float[] chroma(float[] normalised) {
        float[] chroma = new float[normalised.length];
        for (int i = 0; i < chroma.length; i++) {
            chroma[i] = normalised[i] * CHROMA;
        }
        return chroma;
    }
}
