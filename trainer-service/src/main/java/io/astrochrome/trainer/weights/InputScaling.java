package io.astrochrome.trainer.weights;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a pre-trained encoder wants its pictures: {@code (v - mean) / deviation} with {@code v} an sRGB channel in [0, 1].
 * The arrays hold red, green, blue.
 */
public record InputScaling(double[] mean, double[] deviation) {
    private static final double BYTE = 255;
    private static final Pattern CENTRED = Pattern.compile("\\(v255-([0-9.]+)\\)/([0-9.]+)");
    private static final Pattern SUBTRACTED = Pattern.compile("0\\.\\.255 minus \\(([0-9.]+),([0-9.]+),([0-9.]+)\\)");

    /** The means and deviations of ImageNet's pictures, as torchvision and timm use them. */
    static InputScaling imageNet() {
        return new InputScaling(new double[] {0.485, 0.456, 0.406}, new double[] {0.229, 0.224, 0.225});
    }

    /** What a file's own description of its input says; ImageNet's where it says nothing. */
    static InputScaling parse(String description) {
        Matcher centred = CENTRED.matcher(description);
        if (centred.find()) {
            return new InputScaling(
                    repeated(Double.parseDouble(centred.group(1)) / BYTE),
                    repeated(Double.parseDouble(centred.group(2)) / BYTE));
        }
        Matcher subtracted = SUBTRACTED.matcher(description);
        if (subtracted.find()) {
            double[] mean = new double[3];
            for (int channel = 0; channel < mean.length; channel++) {
                mean[channel] = Double.parseDouble(subtracted.group(channel + 1)) / BYTE;
            }
            return new InputScaling(mean, repeated(1 / BYTE));
        }
        return imageNet();
    }

    private static double[] repeated(double value) {
        double[] values = new double[3];
        Arrays.fill(values, value);
        return values;
    }
}
