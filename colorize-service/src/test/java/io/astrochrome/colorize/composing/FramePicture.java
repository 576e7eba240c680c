package io.astrochrome.colorize.composing;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.imaging.color.Cielab;
import io.astrochrome.imaging.color.Luminance16;
import io.astrochrome.storage.ObjectStore;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** A coloured picture, read by the platform's own decoder. */
public record FramePicture(BufferedImage image, String text) {
    /** L* of one step of 16 bits, and the rounding of the comparison's own doubles. */
    private static final double ONE_STEP = 100.0 / 65535 + 1e-6;

    public static FramePicture read(ObjectStore store, ObjectReference reference) throws IOException {
        return of(store.fetch(reference));
    }

    public static FramePicture of(byte[] bytes) throws IOException {
        return new FramePicture(
                ImageIO.read(new ByteArrayInputStream(bytes)), new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** Whether it is RGB of 16 bits. */
    public void assertSixteenBits() {
        assertThat(image.getSampleModel().getSampleSize()).containsExactly(16, 16, 16);
    }

    /** Whether every pixel's L* is that of the frame within one step of 16 bits. */
    public void assertLightnessOf(Luminance16 luminance) {
        assertThat(image.getWidth()).isEqualTo(luminance.width());
        assertThat(image.getHeight()).isEqualTo(luminance.height());
        double worst = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int[] rgb = image.getRaster().getPixel(x, y, new int[3]);
                double lStar = Cielab.lStar(rgb[0] / 65535.0, rgb[1] / 65535.0, rgb[2] / 65535.0);
                worst = Math.max(worst, Math.abs(lStar - luminance.lStar(y * image.getWidth() + x)));
            }
        }
        assertThat(worst).as("the worst pixel's change of L*").isLessThanOrEqualTo(ONE_STEP);
    }

    /** Whether every pixel's L* is that of an 8-bit grey picture within one step of 16 bits. */
    public void assertLightnessOfGrey(BufferedImage grey) {
        short[] samples = new short[grey.getWidth() * grey.getHeight()];
        for (int i = 0; i < samples.length; i++) {
            double level = grey.getRaster().getSample(i % grey.getWidth(), i / grey.getWidth(), 0) / 255.0;
            samples[i] = Luminance16.fromLstar(Cielab.lStar(level, level, level));
        }
        assertLightnessOf(new Luminance16(grey.getWidth(), grey.getHeight(), samples));
    }

    /** Mean of the chroma of all pixels, in units of a*. */
    public double meanChroma() {
        double sum = 0;
        float[] lab = new float[3];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int[] rgb = image.getRaster().getPixel(x, y, new int[3]);
                Cielab.srgbToLab(rgb[0] / 65535f, rgb[1] / 65535f, rgb[2] / 65535f, lab);
                sum += Math.hypot(lab[1], lab[2]);
            }
        }
        return sum / image.getWidth() / image.getHeight();
    }
}
