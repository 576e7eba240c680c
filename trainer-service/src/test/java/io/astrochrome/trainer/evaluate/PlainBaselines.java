package io.astrochrome.trainer.evaluate;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What predictions that know nothing score, by the definition of CIELAB (CIE 15, D65) and without any of the project's code.
 * Pictures are measured whole.
 */
final class PlainBaselines {
    private static final double[][] TO_XYZ = {
        {0.4124564, 0.3575761, 0.1804375},
        {0.2126729, 0.7151522, 0.0721750},
        {0.0193339, 0.1191920, 0.9503041}
    };
    private static final double[][] TO_RGB = {
        {3.2404542, -1.5371385, -0.4985314},
        {-0.9692660, 1.8760108, 0.0415560},
        {0.0556434, -0.2040259, 1.0572252}
    };
    private static final double[] WHITE = {0.95047, 1.00000, 1.08883};
    private static final double EPSILON = 216 / 24389.0;
    private static final double KAPPA = 24389 / 27.0;

    /** Sums of a*, b* and pixels for each whole L*, each picture counting once. */
    private final double[][] byLightness = new double[101][3];

    /** In dB. */
    record Figures(double mean, double median, double pooled) {}

    PlainBaselines(List<BufferedImage> training) {
        for (BufferedImage picture : training) {
            double[][] pixels = lab(picture);
            for (double[] lab : pixels) {
                double[] bin = byLightness[(int) Math.round(lab[0])];
                bin[0] += lab[1] / pixels.length;
                bin[1] += lab[2] / pixels.length;
                bin[2] += 1.0 / pixels.length;
            }
        }
    }

    Figures of(String predictor, List<BufferedImage> pictures) {
        double[] errors = pictures.stream()
                .map(PlainBaselines::lab)
                .mapToDouble(truth -> error(truth, chroma(predictor, truth)))
                .toArray();
        double[] decibels =
                Arrays.stream(errors).map(PlainBaselines::decibels).sorted().toArray();
        int n = decibels.length;
        return new Figures(
                Arrays.stream(decibels).average().orElseThrow(),
                (decibels[(n - 1) / 2] + decibels[n / 2]) / 2,
                decibels(Arrays.stream(errors).average().orElseThrow()));
    }

    private Function<double[], double[]> chroma(String predictor, double[][] truth) {
        double[] all = total(byLightness);
        double[] own = total(truth);
        return switch (predictor) {
            case "grey" -> lab -> new double[2];
            case "mean colour" -> lab -> new double[] {all[0] / all[2], all[1] / all[2]};
            case "colour by lightness" ->
                lab -> {
                    double[] bin = byLightness[(int) Math.round(lab[0])];
                    return bin[2] == 0 ? new double[2] : new double[] {bin[0] / bin[2], bin[1] / bin[2]};
                };
            case "oracle tint" -> lab -> new double[] {own[1] / truth.length, own[2] / truth.length};
            default -> throw new IllegalArgumentException(predictor);
        };
    }

    private static double[] total(double[][] rows) {
        double[] total = new double[3];
        for (double[] row : rows) {
            for (int i = 0; i < total.length; i++) {
                total[i] += row[i];
            }
        }
        return total;
    }

    private static double error(double[][] truth, Function<double[], double[]> chroma) {
        double squares = 0;
        for (double[] lab : truth) {
            double[] ab = chroma.apply(lab);
            double[] made = rgb(lab[0], ab[0], ab[1]);
            double[] right = rgb(lab[0], lab[1], lab[2]);
            for (int c = 0; c < made.length; c++) {
                squares += (made[c] - right[c]) * (made[c] - right[c]);
            }
        }
        return squares / (3 * truth.length);
    }

    private static double decibels(double error) {
        return -10 * Math.log10(error);
    }

    private static double[][] lab(BufferedImage picture) {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        double[][] lab = new double[pixels.length][];
        for (int i = 0; i < pixels.length; i++) {
            double[] xyz = times(
                    TO_XYZ, linear(pixels[i] >> 16 & 0xff), linear(pixels[i] >> 8 & 0xff), linear(pixels[i] & 0xff));
            double x = root(xyz[0] / WHITE[0]);
            double y = root(xyz[1] / WHITE[1]);
            double z = root(xyz[2] / WHITE[2]);
            lab[i] = new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
        }
        return lab;
    }

    private static double root(double t) {
        return t > EPSILON ? Math.cbrt(t) : (KAPPA * t + 16) / 116;
    }

    private static double[] rgb(double l, double a, double b) {
        double y = (l + 16) / 116;
        double[] rgb = times(TO_RGB, WHITE[0] * cube(y + a / 500), WHITE[1] * cube(y), WHITE[2] * cube(y - b / 200));
        for (int c = 0; c < rgb.length; c++) {
            double encoded = rgb[c] <= 0.0031308 ? 12.92 * rgb[c] : 1.055 * Math.pow(rgb[c], 1 / 2.4) - 0.055;
            rgb[c] = Math.max(0, Math.min(1, encoded));
        }
        return rgb;
    }

    private static double cube(double root) {
        return root * root * root > EPSILON ? root * root * root : (116 * root - 16) / KAPPA;
    }

    private static double linear(int channel) {
        double v = channel / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static double[] times(double[][] matrix, double x, double y, double z) {
        double[] product = new double[matrix.length];
        for (int row = 0; row < product.length; row++) {
            product[row] = matrix[row][0] * x + matrix[row][1] * y + matrix[row][2] * z;
        }
        return product;
    }
}
