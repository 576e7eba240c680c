package io.astrochrome.imaging.palette;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabScale;

/** Counts pixels into a palette. Not thread-safe. */
public final class PaletteTally {
    /** Pixels that a band needs before its shares are told at full weight, as a part of all: one in a thousand. */
    private static final double FAINT = 1e-3;

    private final PaletteLayout layout;
    private final float[] knots;
    private final double[] shares;
    private final double[] weights = new double[PaletteLayout.BANDS];
    private double all;

    PaletteTally(PaletteLayout layout) {
        this.layout = layout;
        knots = layout.knotValues();
        shares = new double[layout.width() - 1];
    }

    /** Counts one colour: L in [-1, 1], a and b divided by 110. */
    public void count(float l, float a, float b) {
        count(l, a, b, 1);
    }

    /** Counts a colour as often as {@code weight} says, which need not be whole. */
    public void count(float l, float a, float b, double weight) {
        float lightness = (l + 1) / 2;
        int band = below(PaletteLayout.BAND_CENTRES, lightness);
        double upper = fraction(PaletteLayout.BAND_CENTRES, band, lightness);
        int row = below(knots, a);
        double down = fraction(knots, row, a);
        int column = below(knots, b);
        double across = fraction(knots, column, b);
        add(band, row, column, down, across, weight * (1 - upper));
        add(band + 1, row, column, down, across, weight * upper);
        all += weight;
    }

    /** Counts all pixels of a colour picture. */
    public PaletteTally count(LabImage picture) {
        if (!picture.hasColour()) {
            throw new IllegalArgumentException("a picture without colour has no palette");
        }
        for (int i = 0; i < picture.lStar().length; i++) {
            count(
                    LabScale.normaliseLightness(picture.lStar()[i]),
                    LabScale.normaliseChroma(picture.requireA()[i]),
                    LabScale.normaliseChroma(picture.requireB()[i]));
        }
        return this;
    }

    private void add(int band, int row, int column, double down, double across, double weight) {
        if (weight <= 0) {
            return;
        }
        int side = knots.length;
        int first = band * side * side + row * side + column;
        shares[first] += weight * (1 - down) * (1 - across);
        shares[first + 1] += weight * (1 - down) * across;
        shares[first + side] += weight * down * (1 - across);
        shares[first + side + 1] += weight * down * across;
        weights[band] += weight;
    }

    /** Index of the last step but one that is not above the value. */
    private static int below(float[] steps, float value) {
        int index = 0;
        while (index < steps.length - 2 && value >= steps[index + 1]) {
            index++;
        }
        return index;
    }

    private static double fraction(float[] steps, int below, float value) {
        double fraction = (value - steps[below]) / (steps[below + 1] - steps[below]);
        return Math.max(0, Math.min(1, fraction));
    }

    /** The palette of what was counted, {@code [K]}; all zeros where nothing was. */
    public float[] vector() {
        float[] vector = new float[layout.width()];
        if (all == 0) {
            return vector;
        }
        int bins = knots.length * knots.length;
        for (int i = 0; i < shares.length; i++) {
            vector[i] = (float) (shares[i] / (weights[i / bins] + FAINT * all));
        }
        vector[vector.length - 1] = 1;
        return vector;
    }
}
