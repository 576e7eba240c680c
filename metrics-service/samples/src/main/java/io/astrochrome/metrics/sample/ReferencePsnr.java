package io.astrochrome.metrics.sample;

import io.astrochrome.events.LabTensor;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.tensors.TensorGrid;

/**
 * PSNR of RGB written down a second time, from the formulas of CIE 15 and IEC 61966-2-1 with their published constants,
 * sharing no code with what it checks.
 */
public final class ReferencePsnr {
    private ReferencePsnr() {}

    /** Of a frame whose colours are these, half precision on its grid, in dB. */
    public static double of(LabTensor truth, short[] a, short[] b) {
        TensorGrid grid = truth.geometry();
        double sum = 0;
        for (int y = 0; y < grid.contentHeight(); y++) {
            for (int x = 0; x < grid.contentWidth(); x++) {
                int i = y * grid.width() + x;
                double l = 50 * (value(truth.lightness(), i) + 1);
                double[] is = rgb(l, 110 * value(a, i), 110 * value(b, i));
                double[] should = rgb(l, 110 * value(truth.requireA(), i), 110 * value(truth.requireB(), i));
                for (int c = 0; c < 3; c++) {
                    sum += Math.pow(is[c] - should[c], 2);
                }
            }
        }
        return -10 * Math.log10(sum / (3.0 * grid.contentWidth() * grid.contentHeight()));
    }

    private static double value(short[] halves, int index) {
        return HalfFloat.toFloat(halves[index]);
    }

    private static double[] rgb(double l, double a, double b) {
        double fy = (l + 16) / 116;
        double x = 0.95047 * unbend(fy + a / 500);
        double y = unbend(fy);
        double z = 1.08883 * unbend(fy - b / 200);
        return new double[] {
            encode(3.2404542 * x - 1.5371385 * y - 0.4985314 * z),
            encode(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z),
            encode(0.0556434 * x - 0.2040259 * y + 1.0572252 * z)
        };
    }

    private static double unbend(double t) {
        return t > 6.0 / 29 ? t * t * t : 3 * Math.pow(6.0 / 29, 2) * (t - 4.0 / 29);
    }

    private static double encode(double linear) {
        double clipped = Math.min(1, Math.max(0, linear));
        return clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * Math.pow(clipped, 1 / 2.4) - 0.055;
    }
}
