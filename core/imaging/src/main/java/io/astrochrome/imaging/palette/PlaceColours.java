package io.astrochrome.imaging.palette;

import io.astrochrome.imaging.chroma.BoxMean;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabScale;

/**
 * The colours of a picture's places, a place being how light a pixel is and how light its surroundings are: a core is bright in
 * bright surroundings, a star in dark ones. A palette's shares say which colours there are, this says where. Lightness and its
 * neighbourhood carry colours from one picture to another as in Welsh, Ashikhmin and Mueller (2002, Transferring Color to
 * Greyscale Images), here by the means of cells. Small, and independent of any network. Arrays are shared, not copied.
 *
 * @param shares how much of the picture each cell has, {@value #CELLS} x {@value #CELLS}, by lightness row by row and
 *     within a row by the surroundings' lightness
 * @param a mean a* of each cell; where the picture has next to nothing that of the same lightness anywhere
 * @param b as {@code a}
 */
public record PlaceColours(float[] shares, float[] a, float[] b) {
    /** Of lightness, and of the surroundings' lightness; a pixel counts for the two that it lies between. */
    private static final int CELLS = 12;

    private static final int ALL = CELLS * CELLS;

    /** How far surroundings reach, as a part of the shorter side; twice a mean of such squares is nearly a Gaussian of 1/28. */
    private static final double REACH = 0.041;

    /** Grain is not what makes a place. */
    private static final int GRAIN_PIXELS = 1;

    /** A share of the picture that counts as much as what is known without it. */
    private static final double FAINT = 4e-4;

    private static final float LIGHTEST = 100;
    private static final float MOST_CHROMA = LabScale.CHROMA;

    public PlaceColours {
        if (shares.length != ALL || a.length != ALL || b.length != ALL) {
            throw new IllegalArgumentException("the colours of places have " + ALL + " cells, not " + shares.length
                    + ", " + a.length + " and " + b.length);
        }
    }

    /**
     * The colours of a picture's places.
     *
     * @throws IllegalArgumentException where it has no colour
     */
    public static PlaceColours of(LabImage picture) {
        if (!picture.hasColour()) {
            throw new IllegalArgumentException("a picture without colour has no colours of places");
        }
        return of(picture, new Cells(picture));
    }

    private static PlaceColours of(LabImage picture, Cells cells) {
        double[] counts = new double[ALL];
        double[] sumsA = new double[ALL];
        double[] sumsB = new double[ALL];
        for (int i = 0; i < picture.lStar().length; i++) {
            cells.at(i);
            for (int corner = 0; corner < Cells.CORNERS; corner++) {
                int cell = cells.cell(corner);
                counts[cell] += cells.weight(corner);
                sumsA[cell] += cells.weight(corner) * picture.requireA()[i];
                sumsB[cell] += cells.weight(corner) * picture.requireB()[i];
            }
        }
        int pixels = picture.lStar().length;
        float[] shares = new float[ALL];
        for (int cell = 0; cell < ALL; cell++) {
            shares[cell] = (float) (counts[cell] / pixels);
        }
        return new PlaceColours(shares, means(counts, sumsA, pixels), means(counts, sumsB, pixels));
    }

    private static float[] means(double[] counts, double[] sums, int pixels) {
        double faint = FAINT * pixels;
        float[] means = new float[ALL];
        for (int row = 0; row < CELLS; row++) {
            double count = 0;
            double sum = 0;
            for (int cell = row * CELLS; cell < (row + 1) * CELLS; cell++) {
                count += counts[cell];
                sum += sums[cell];
            }
            double anywhere = count == 0 ? 0 : sum / count;
            for (int cell = row * CELLS; cell < (row + 1) * CELLS; cell++) {
                means[cell] = (float) ((sums[cell] + faint * anywhere) / (counts[cell] + faint));
            }
        }
        return means;
    }

    /** The same, so many times as vivid. */
    public PlaceColours timesVivid(float factor) {
        float[] vividA = a.clone();
        float[] vividB = b.clone();
        for (int cell = 0; cell < ALL; cell++) {
            vividA[cell] *= factor;
            vividB[cell] *= factor;
        }
        return new PlaceColours(shares, vividA, vividB);
    }

    /**
     * A picture whose places have these colours in the mean, and within a place differ as they did. A lightness that these know next to
     * nothing of keeps its colours.
     *
     * @throws IllegalArgumentException where the picture has no colour
     */
    public LabImage steer(LabImage picture) {
        if (!picture.hasColour()) {
            throw new IllegalArgumentException("a picture without colour cannot be steered");
        }
        Cells cells = new Cells(picture);
        PlaceColours had = of(picture, cells);
        float[] missingA = missing(a, had.a);
        float[] missingB = missing(b, had.b);
        float[] steeredA = picture.requireA().clone();
        float[] steeredB = picture.requireB().clone();
        for (int i = 0; i < steeredA.length; i++) {
            cells.at(i);
            for (int corner = 0; corner < Cells.CORNERS; corner++) {
                steeredA[i] += (float) (cells.weight(corner) * missingA[cells.cell(corner)]);
                steeredB[i] += (float) (cells.weight(corner) * missingB[cells.cell(corner)]);
            }
            steeredA[i] = Math.max(-MOST_CHROMA, Math.min(MOST_CHROMA, steeredA[i]));
            steeredB[i] = Math.max(-MOST_CHROMA, Math.min(MOST_CHROMA, steeredB[i]));
        }
        return picture.withChroma(steeredA, steeredB);
    }

    private float[] missing(float[] wanted, float[] had) {
        float[] missing = new float[ALL];
        for (int row = 0; row < CELLS; row++) {
            double share = 0;
            for (int cell = row * CELLS; cell < (row + 1) * CELLS; cell++) {
                share += shares[cell];
            }
            float known = (float) (share / (share + FAINT));
            for (int cell = row * CELLS; cell < (row + 1) * CELLS; cell++) {
                missing[cell] = known * (wanted[cell] - had[cell]);
            }
        }
        return missing;
    }

    /** The four cells that a pixel lies between, one pixel at a time. */
    private static final class Cells {
        static final int CORNERS = 4;

        private final float[] lightness;
        private final float[] surroundings;
        private int first;
        private double down;
        private double across;

        Cells(LabImage picture) {
            int width = picture.width();
            int height = picture.height();
            int reach = Math.max(1, (int) Math.round(REACH * Math.min(width, height)));
            BoxMean around = new BoxMean(width, height, reach);
            lightness = new BoxMean(width, height, GRAIN_PIXELS).of(picture.lStar());
            surroundings = around.of(around.of(picture.lStar()));
        }

        void at(int pixel) {
            double row = place(lightness[pixel]);
            double column = place(surroundings[pixel]);
            int top = Math.min(CELLS - 2, (int) row);
            int left = Math.min(CELLS - 2, (int) column);
            first = top * CELLS + left;
            down = row - top;
            across = column - left;
        }

        private static double place(float lStar) {
            return Math.max(0, Math.min(LIGHTEST, lStar)) / LIGHTEST * (CELLS - 1);
        }

        int cell(int corner) {
            return first + (corner >> 1) * CELLS + (corner & 1);
        }

        double weight(int corner) {
            return ((corner & 2) == 0 ? 1 - down : down) * ((corner & 1) == 0 ? 1 - across : across);
        }
    }
}
