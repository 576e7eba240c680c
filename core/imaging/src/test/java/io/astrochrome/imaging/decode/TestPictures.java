package io.astrochrome.imaging.decode;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Small pictures of every kind, and files of them. */
public final class TestPictures {
    private TestPictures() {}

    /** A picture of one of {@link BufferedImage}'s types with the same noise everywhere. */
    public static BufferedImage noise(int type, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, type);
        Random random = new Random(42);
        int bands = image.getRaster().getNumBands();
        int[] most = image.getSampleModel().getSampleSize();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int band = 0; band < bands; band++) {
                    image.getRaster().setSample(x, y, band, random.nextInt(1 << most[band]));
                }
            }
        }
        return image;
    }

    /** Red, green, blue and white quarters. */
    public static BufferedImage quarters(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                Color left = y < height / 2 ? Color.RED : Color.BLUE;
                Color right = y < height / 2 ? Color.GREEN : Color.WHITE;
                image.setRGB(x, y, (x < width / 2 ? left : right).getRGB());
            }
        }
        return image;
    }

    public static byte[] file(BufferedImage image, String format) {
        return file(image, format, null);
    }

    /** A file of a writer's compression, or of its default one where that is null. */
    public static byte[] file(BufferedImage image, String format, String compression) {
        ImageWriter writer =
                ImageIO.getImageWriters(new ImageTypeSpecifier(image), format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (compression != null) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionType(compression);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A JPEG of the raster's bands as they are, by Java's own writer. */
    public static byte[] rawJpeg(Raster raster) throws IOException {
        ImageWriter writer = null;
        for (Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg"); writers.hasNext(); ) {
            ImageWriter next = writers.next();
            writer = next.getClass().getName().startsWith("com.sun.") ? next : writer;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
