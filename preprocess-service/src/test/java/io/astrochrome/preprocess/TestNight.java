package io.astrochrome.preprocess;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.ImageHDU;
import nom.tam.util.FitsOutputStream;

/** Exposures of one field of stars and a cloud of hydrogen, as a mono camera with a filter wheel takes them. */
final class TestNight {
    static final int WIDTH = 240;
    static final int HEIGHT = 200;

    private static final int STARS = 60;
    private static final double SKY = 800;

    private final long field;

    /** The field of that number. */
    TestNight(long field) {
        this.field = field;
    }

    /** One exposure, shifted by some pixels as its number has it. */
    byte[] sub(int number, String filter) {
        return sub(number, filter, "Light Frame", 1);
    }

    /**
     * One exposure.
     *
     * @param type of IMAGETYP
     * @param transparency how much of the light comes through
     */
    byte[] sub(int number, String filter, String type, double transparency) {
        Random night = new Random(field);
        Random shot = new Random(1000 * field + number);
        double dx = 6 * (shot.nextDouble() - 0.5);
        double dy = 6 * (shot.nextDouble() - 0.5);
        double[][] light = new double[HEIGHT][WIDTH];
        for (int star = 0; star < STARS; star++) {
            double x = WIDTH * night.nextDouble() + dx;
            double y = HEIGHT * night.nextDouble() + dy;
            expose(light, x, y, transparency * (800 + 9000 * Math.pow(night.nextDouble(), 3)), 1.3);
        }
        expose(light, WIDTH / 2.0 + dx, HEIGHT / 2.0 + dy, transparency * ("Ha".equals(filter) ? 500 : 250), 25);
        short[][] pixels = new short[HEIGHT][WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                pixels[y][x] = (short) Math.min(32000, SKY + light[y][x] + 12 * shot.nextGaussian());
            }
        }
        return fits(pixels, filter, type);
    }

    /** A dark of the same exposure, everywhere as high. */
    byte[] dark(int level) {
        short[][] pixels = new short[HEIGHT][WIDTH];
        for (short[] row : pixels) {
            Arrays.fill(row, (short) level);
        }
        return fits(pixels, "", "Dark Frame");
    }

    private static void expose(double[][] light, double x, double y, double peak, double sigma) {
        int reach = (int) Math.ceil(5 * sigma);
        for (int row = Math.max(0, (int) y - reach); row <= Math.min(HEIGHT - 1, (int) y + reach); row++) {
            for (int column = Math.max(0, (int) x - reach); column <= Math.min(WIDTH - 1, (int) x + reach); column++) {
                double squares = (column - x) * (column - x) + (row - y) * (row - y);
                light[row][column] += peak * Math.exp(-squares / (2 * sigma * sigma));
            }
        }
    }

    private static byte[] fits(short[][] pixels, String filter, String type) {
        try (Fits fits = new Fits();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                FitsOutputStream out = new FitsOutputStream(bytes)) {
            ImageHDU image = (ImageHDU) Fits.makeHDU(pixels);
            image.addValue("OBJECT", "IC 1396", "target");
            image.addValue("EXPTIME", 60.0, "s");
            image.addValue("IMAGETYP", type, "");
            if (!filter.isEmpty()) {
                image.addValue("FILTER", filter, "");
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
}
