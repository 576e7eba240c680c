package io.astrochrome.testkit.frame;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * One small scene, a sky with a gradient, stars and a reddish cloud, as the kinds of files that are prepared in different
 * ways. Written by hand rather than by the code under test; the same bytes every time.
 */
public enum FrameKind {
    /** FITS, BITPIX 16, three planes of a sensor's counts with a green sky. */
    LINEAR_COLOUR("linear.fits", true),
    /** PNG, 8 bits, colours made for a screen. */
    STRETCHED_COLOUR("stretched.png", true),
    /** FITS, BITPIX 16, one plane of a sensor's counts. */
    LINEAR_GREY("grey.fits", false),
    /** FITS, BITPIX 16, one plane behind RGGB filters. */
    MOSAIC("mosaic.fits", true);

    private static final int WIDTH = 330;
    private static final int HEIGHT = 250;
    private static final int FITS_BLOCK = 2880;
    private static final int FITS_CARD = 80;

    /** Counts of the sky in red, green and blue. */
    private static final double[] SKY = {400, 900, 500};

    private final String fileName;
    private final boolean colour;

    FrameKind(String fileName, boolean colour) {
        this.fileName = fileName;
        this.colour = colour;
    }

    /** What the file is called. */
    public String fileName() {
        return fileName;
    }

    /** Whether the frame has colour. */
    public boolean hasColour() {
        return colour;
    }

    /** Writes the file into the folder and returns its path. */
    public Path write(Path folder) {
        try {
            return Files.write(folder.resolve(fileName), bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's bytes. */
    public byte[] bytes() {
        return switch (this) {
            case LINEAR_COLOUR -> fits(List.of("NAXIS3  =                    3"), plane(0), plane(1), plane(2));
            case STRETCHED_COLOUR -> png();
            case LINEAR_GREY -> fits(List.of(), plane(1));
            case MOSAIC -> fits(List.of("BAYERPAT= 'RGGB    '"), mosaic());
        };
    }

    private static double[] plane(int channel) {
        Random noise = new Random(channel);
        double[] counts = new double[WIDTH * HEIGHT];
        for (int i = 0; i < counts.length; i++) {
            double x = i % WIDTH;
            double y = Math.floorDiv(i, WIDTH);
            double cloud = (channel == 0 ? 900 : 250) * Math.exp(-(square(x - 210) + square(y - 90)) / 3000);
            double stars = 0;
            for (int star = 1; star <= 12; star++) {
                stars += 18_000.0
                        / star
                        * Math.exp(-(square(x - star * 67 % WIDTH) + square(y - star * 41 % HEIGHT)) / 4);
            }
            counts[i] = SKY[channel] * (1 + 0.1 * x / WIDTH) + cloud + stars + 15 * noise.nextGaussian();
        }
        return counts;
    }

    private static double[] mosaic() {
        double[][] planes = {plane(0), plane(1), plane(2)};
        double[] counts = new double[WIDTH * HEIGHT];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = planes[i % WIDTH % 2 + Math.floorDiv(i, WIDTH) % 2][i]; // R G over G B
        }
        return counts;
    }

    private static double square(double value) {
        return value * value;
    }

    private static byte[] png() {
        double[][] planes = {plane(0), plane(1), plane(2)};
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int rgb = 0;
            for (int channel = 0; channel < planes.length; channel++) {
                double value = 2 * Math.sqrt(Math.max(0, planes[channel][i] - 0.8 * SKY[channel]));
                rgb = rgb << 8 | (int) Math.min(255, value);
            }
            picture.setRGB(i % WIDTH, Math.floorDiv(i, WIDTH), rgb);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] fits(List<String> more, double[]... planes) {
        List<String> cards = new ArrayList<>(List.of(
                "SIMPLE  =                    T",
                "BITPIX  =                   16",
                "NAXIS   =                    " + (planes.length == 1 ? 2 : 3),
                "NAXIS1  =                  " + WIDTH,
                "NAXIS2  =                  " + HEIGHT));
        cards.addAll(more);
        cards.addAll(List.of("OBJECT  = 'NGC 1   '", "EXPTIME =                 30.0", "END"));
        StringBuilder header = new StringBuilder();
        cards.forEach(card -> header.append(card).append(" ".repeat(FITS_CARD - card.length())));
        header.append(" ".repeat(padding(header.length())));
        int bytes = planes.length * WIDTH * HEIGHT * Short.BYTES;
        ByteBuffer file = ByteBuffer.allocate(header.length() + bytes + padding(bytes));
        file.put(header.toString().getBytes(StandardCharsets.US_ASCII));
        for (double[] plane : planes) {
            for (double count : plane) {
                file.putShort((short) Math.max(0, Math.min(Short.MAX_VALUE, count)));
            }
        }
        return file.array();
    }

    private static int padding(int length) {
        return (FITS_BLOCK - length % FITS_BLOCK) % FITS_BLOCK;
    }
}
