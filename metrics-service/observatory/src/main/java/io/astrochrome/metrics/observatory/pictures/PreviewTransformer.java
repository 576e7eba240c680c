package io.astrochrome.metrics.observatory.pictures;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes small and grey JPEGs of a JPEG, in memory. Pure; thread-safe. */
public final class PreviewTransformer {
    private static final float JPEG_QUALITY = 0.88f;

    static {
        ImageIO.setUseCache(false);
    }

    private PreviewTransformer() {}

    /**
     * The derived picture as a JPEG.
     *
     * @param thumbnailSide longer side of a small picture in px
     * @throws IOException where the bytes are not a JPEG
     */
    static byte[] make(byte[] preview, DerivedPicture kind, int thumbnailSide) throws IOException {
        BufferedImage picture = read(preview);
        if (kind.isSmall()) {
            picture = reduced(picture, thumbnailSide);
        }
        return write(kind.isGrey() ? GreyConversion.of(picture) : picture);
    }

    private static BufferedImage read(byte[] jpeg) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(input, true, true);
            return reader.read(0);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("the preview is not a JPEG: " + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }

    /** Halved until the last step, so that no pixel is left out. */
    private static BufferedImage reduced(BufferedImage picture, int side) {
        BufferedImage current = picture;
        double scale = side / (double) Math.max(picture.getWidth(), picture.getHeight());
        if (scale >= 1) {
            return picture;
        }
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        while (current.getWidth() > 2 * width && current.getHeight() > 2 * height) {
            current = drawn(current, current.getWidth() / 2, current.getHeight() / 2);
        }
        return drawn(current, width, height);
    }

    private static BufferedImage drawn(BufferedImage from, int width, int height) {
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = to.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(from, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return to;
    }

    /** The picture as a JPEG. */
    public static byte[] write(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(JPEG_QUALITY);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
