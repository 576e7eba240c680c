package io.astrochrome.imaging.write;

import io.astrochrome.imaging.chroma.RgbStrip;
import io.astrochrome.imaging.color.ResampleKernel;
import io.astrochrome.imaging.color.RowReducer;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** A JPEG of at most so many pixels a side, averaged from the full picture, with its XMP. */
final class JpegPreview implements PictureFile {
    /** How an APP1 segment says that it holds XMP (XMP Specification Part 3). */
    private static final byte[] XMP_SIGNATURE = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);

    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;

    private final Path file;
    private final byte[] xmp;
    private final float quality;
    private final int width;
    private final int height;
    /** Null where the frame is small enough to be shown as it is. */
    private final RowReducer @Nullable [] planes;

    private final float[] row;
    private final BufferedImage image;
    private final int[] pixels;

    JpegPreview(Path file, int frameWidth, int frameHeight, PictureSettings settings, byte[] xmp) {
        this.file = file;
        this.xmp = xmp;
        this.quality = settings.previewQuality();
        double scale = Math.min(1, (double) settings.previewSide() / Math.max(frameWidth, frameHeight));
        this.width = Math.max(1, (int) Math.round(frameWidth * scale));
        this.height = Math.max(1, (int) Math.round(frameHeight * scale));
        this.row = new float[frameWidth];
        this.planes = scale == 1 ? null : new RowReducer[3];
        for (int c = 0; planes != null && c < planes.length; c++) {
            planes[c] = new RowReducer(ResampleKernel.AREA, frameWidth, frameHeight, width, height);
        }
        this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    @Override
    public void accept(RgbStrip strip) {
        if (planes == null) {
            keep(strip);
            return;
        }
        take(strip, strip.red(), planes[0]);
        take(strip, strip.green(), planes[1]);
        take(strip, strip.blue(), planes[2]);
    }

    private void keep(RgbStrip strip) {
        int to = strip.firstRow() * width;
        for (int i = 0; i < strip.rows() * width; i++) {
            pixels[to + i] = packed(strip.red()[i] & 0xffff, strip.green()[i] & 0xffff, strip.blue()[i] & 0xffff);
        }
    }

    private void take(RgbStrip strip, short[] samples, RowReducer plane) {
        for (int y = 0; y < strip.rows(); y++) {
            int offset = y * strip.width();
            for (int x = 0; x < strip.width(); x++) {
                row[x] = samples[offset + x] & 0xffff;
            }
            plane.accept(row);
        }
    }

    @Override
    public void finish() throws IOException {
        byte[] jpeg = encoded();
        int afterHeader = 2 + (((jpeg[3] & 0xff) == APP0) ? 2 + (((jpeg[4] & 0xff) << 8) | (jpeg[5] & 0xff)) : 0);
        int length = 2 + XMP_SIGNATURE.length + xmp.length;
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(jpeg, 0, afterHeader);
            out.write(new byte[] {(byte) 0xff, (byte) APP1, (byte) (length >>> 8), (byte) length});
            out.write(XMP_SIGNATURE);
            out.write(xmp);
            out.write(jpeg, afterHeader, jpeg.length - afterHeader);
        }
    }

    private byte[] encoded() throws IOException {
        if (planes != null) {
            float[] red = planes[0].result();
            float[] green = planes[1].result();
            float[] blue = planes[2].result();
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = packed(red[i], green[i], blue[i]);
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static int packed(float red, float green, float blue) {
        return (eightBits(red) << 16) | (eightBits(green) << 8) | eightBits(blue);
    }

    private static int eightBits(float sixteenBits) {
        return Math.max(0, Math.min(255, (int) (sixteenBits * (255f / 65535) + 0.5f)));
    }

    @Override
    public void close() {}
}
