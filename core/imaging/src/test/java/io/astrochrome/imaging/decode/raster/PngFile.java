package io.astrochrome.imaging.decode.raster;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Puts a PNG together chunk by chunk, wrong ones too. */
public final class PngFile {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public PngFile() {
        bytes.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    public PngFile header(int width, int height, int depth, int colourType, boolean interlaced) {
        return chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) depth)
                        .put((byte) colourType)
                        .put(new byte[] {0, 0, (byte) (interlaced ? 1 : 0)})
                        .array());
    }

    public PngFile data(byte... rows) {
        return chunk("IDAT", deflated(rows));
    }

    public PngFile chunk(String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        bytes.writeBytes(name);
        bytes.writeBytes(content);
        bytes.writeBytes(
                ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
        return this;
    }

    public byte[] end() {
        chunk("IEND", new byte[0]);
        return bytes.toByteArray();
    }

    static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
