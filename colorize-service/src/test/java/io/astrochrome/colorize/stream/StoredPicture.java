package io.astrochrome.colorize.stream;

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

/** A picture from the store, verified against its reference and read by the platform's own decoder. */
record StoredPicture(BufferedImage image, String text) {
    /** L* of one step of 16 bits, and the rounding of the comparison's own doubles. */
    private static final double ONE_STEP = 100.0 / 65535 + 1e-6;

    static StoredPicture read(ObjectStore store, ObjectReference reference) throws IOException {
        return of(store.fetch(reference));
    }

    static StoredPicture of(byte[] bytes) throws IOException {
        return new StoredPicture(
                ImageIO.read(new ByteArrayInputStream(bytes)), new String(bytes, StandardCharsets.ISO_8859_1));
    }

    void assertSixteenBitsWithTheLightnessOf(Luminance16 luminance) {
        assertThat(image.getSampleModel().getSampleSize()).containsExactly(16, 16, 16);
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

    /** Mean of the chroma of all pixels, in units of a*. */
    double meanChroma() {
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
