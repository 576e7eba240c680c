package io.astrochrome.preprocess;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.ImageHDU;
import nom.tam.util.FitsOutputStream;

/** Files as telescopes and people send them. */
final class TestFrames {
    static final int WIDTH = 320;
    static final int HEIGHT = 240;

    private TestFrames() {}

    /** A sky of that background with a star, BITPIX 16, of OBJECT M31. */
    static byte[] sky(int background) {
        return fits(background, "");
    }

    /** As {@link #sky}, behind RGGB filters. */
    static byte[] mosaic(int background) {
        return fits(background, "RGGB");
    }

    private static byte[] fits(int background, String pattern) {
        Random random = new Random(background);
        short[][] pixels = new short[HEIGHT][WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double star = 20_000 * Math.exp(-((x - 100) * (x - 100) + (y - 80) * (y - 80)) / 50.0);
                boolean red = !pattern.isEmpty() && y % 2 == 0 && x % 2 == 0;
                pixels[y][x] = (short) (background * (red ? 2 : 1) + star + 20 * random.nextGaussian());
            }
        }
        try (Fits fits = new Fits();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                FitsOutputStream out = new FitsOutputStream(bytes)) {
            ImageHDU image = (ImageHDU) Fits.makeHDU(pixels);
            image.addValue("OBJECT", "M31", "target");
            image.addValue("EXPTIME", 30.0, "s");
            if (!pattern.isEmpty()) {
                image.addValue("BAYERPAT", pattern, "mosaic");
            }
            fits.addHDU(image);
            fits.write(out);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FitsException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An orange picture with a blue corner. */
    static byte[] colourPng() {
        return png(WIDTH, HEIGHT, (x, y) -> x < WIDTH / 2 && y < HEIGHT / 2 ? 0x2040c0 : 0xd08030);
    }

    /** A strip of many colours. */
    static byte[] panorama(int width, int height) {
        return png(width, height, (x, y) -> (x * 37) ^ (y << 9));
    }

    private static byte[] png(int width, int height, IntBinaryOperator colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, colour.applyAsInt(x, y));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
