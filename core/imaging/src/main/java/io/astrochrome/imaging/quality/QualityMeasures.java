package io.astrochrome.imaging.quality;

import io.astrochrome.imaging.color.LabImage;

/** The single measures. RGB planes are encoded sRGB in [0, 1]: red, green, blue. Thread-safe. */
public final class QualityMeasures {
    /** Luma of encoded RGB, ITU-R BT.601: what SSIM is computed on. */
    private static final float[] LUMA = {0.299f, 0.587f, 0.114f};

    /** Weight of the mean against the spread: Hasler and Suesstrunk 2003. */
    private static final double COLOURFULNESS_OF_MEAN = 0.3;

    /** What no error counts as, 100 dB, so that means over pictures stay finite. */
    private static final double LEAST_ERROR = 1e-10;

    private QualityMeasures() {}

    /** Mean squared error over pixels and channels. */
    public static double meanSquaredError(float[][] truth, float[][] prediction) {
        double sum = 0;
        long count = 0;
        for (int c = 0; c < truth.length; c++) {
            for (int i = 0; i < truth[c].length; i++) {
                double difference = truth[c][i] - prediction[c][i];
                sum += difference * difference;
            }
            count += truth[c].length;
        }
        return sum / count;
    }

    /** PSNR of a mean squared error against a peak of 1, in dB; 100 where nothing differs. */
    public static double psnrDecibels(double meanSquaredError) {
        return -10 * Math.log10(Math.max(LEAST_ERROR, meanSquaredError));
    }

    /** SSIM of luma (BT.601 weights on encoded values, as the paper's authors take from colour). */
    public static double ssim(float[][] truth, float[][] prediction, int width, int height) {
        return StructuralSimilarity.of(luma(truth), luma(prediction), width, height);
    }

    /** Mean CIEDE2000 of two pictures of the same size; a picture without chroma counts as grey. */
    public static double deltaE2000(LabImage truth, LabImage prediction) {
        double sum = 0;
        int n = truth.lStar().length;
        for (int i = 0; i < n; i++) {
            sum += Ciede2000.difference(
                    truth.lStar()[i],
                    truth.hasColour() ? truth.requireA()[i] : 0,
                    truth.hasColour() ? truth.requireB()[i] : 0,
                    prediction.lStar()[i],
                    prediction.hasColour() ? prediction.requireA()[i] : 0,
                    prediction.hasColour() ? prediction.requireB()[i] : 0);
        }
        return sum / n;
    }

    /**
     * Colourfulness on the scale of 8-bit RGB: 0 for grey, above 100 for extremely colourful. Hasler and Suesstrunk,
     * "Measuring colourfulness in natural images", Human Vision and Electronic Imaging VIII (2003), measure M3.
     */
    public static double colourfulness(float[][] rgb) {
        int n = rgb[0].length;
        double rg = 0;
        double yb = 0;
        double rgSquare = 0;
        double ybSquare = 0;
        for (int i = 0; i < n; i++) {
            double redGreen = 255 * ((double) rgb[0][i] - rgb[1][i]);
            double yellowBlue = 255 * (0.5 * ((double) rgb[0][i] + rgb[1][i]) - rgb[2][i]);
            rg += redGreen;
            yb += yellowBlue;
            rgSquare += redGreen * redGreen;
            ybSquare += yellowBlue * yellowBlue;
        }
        double variance = (rgSquare - rg * rg / n + ybSquare - yb * yb / n) / n;
        return Math.sqrt(Math.max(0, variance)) + COLOURFULNESS_OF_MEAN * Math.hypot(rg / n, yb / n);
    }

    private static float[] luma(float[][] rgb) {
        float[] luma = new float[rgb[0].length];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = LUMA[0] * rgb[0][i] + LUMA[1] * rgb[1][i] + LUMA[2] * rgb[2][i];
        }
        return luma;
    }
}
