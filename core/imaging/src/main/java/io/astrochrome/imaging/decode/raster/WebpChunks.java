package io.astrochrome.imaging.decode.raster;

import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SourceFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A WebP's chunks, walked and checked.
 *
 * @param exif the EXIF block, or null
 */
record WebpChunks(int width, int height, byte @Nullable [] exif) {
    private static final int RIFF_HEADER_BYTES = 12;
    private static final int CHUNK_HEADER_BYTES = 8;
    private static final int MOST_CHUNKS = 10_000;
    private static final int LARGEST_EXIF = 1 << 20;
    private static final int EXTENDED_BYTES = 10;
    private static final int ANIMATION_FLAG = 2;

    static WebpChunks read(SourceFile source) throws RejectionException, IOException {
        try (RandomAccessFile file = new RandomAccessFile(source.path().toFile(), "r")) {
            source.requireBytes(0, RIFF_HEADER_BYTES, "a RIFF header");
            long size = bytes(file, 4, 4).getInt() & 0xffffffffL;
            source.requireBytes(CHUNK_HEADER_BYTES, size, "WebP chunks");
            return walk(source, file, Math.min(source.size(), size + CHUNK_HEADER_BYTES));
        }
    }

    private static WebpChunks walk(SourceFile source, RandomAccessFile file, long end)
            throws RejectionException, IOException {
        WebpChunks canvas = null;
        WebpChunks picture = null;
        byte @Nullable [] exif = null;
        long at = RIFF_HEADER_BYTES;
        for (int count = 0; at + CHUNK_HEADER_BYTES <= end; count++) {
            if (count > MOST_CHUNKS) {
                throw source.rejection(RejectionReason.LYING_HEADER, "has more than " + MOST_CHUNKS + " chunks");
            }
            String type = StandardCharsets.ISO_8859_1.decode(bytes(file, at, 4)).toString();
            long length = bytes(file, at + 4, 4).getInt() & 0xffffffffL;
            long data = at + CHUNK_HEADER_BYTES;
            source.requireBytes(data, length, "a WebP chunk");
            if (type.equals("VP8X")) {
                canvas = extended(source, file, data, length);
            } else if (picture == null && type.equals("VP8 ")) {
                picture = lossy(source, file, data, length);
            } else if (picture == null && type.equals("VP8L")) {
                picture = lossless(source, file, data, length);
            } else if (type.equals("EXIF") && length <= LARGEST_EXIF) {
                exif = withoutPreamble(bytes(file, data, (int) length).array());
            }
            at = data + length + (length & 1);
        }
        if (picture == null) {
            throw source.rejection(RejectionReason.DAMAGED, "is a WebP without a picture");
        }
        if (canvas != null && (canvas.width != picture.width || canvas.height != picture.height)) {
            throw source.rejection(RejectionReason.LYING_HEADER, "has a WebP picture of another size than its canvas");
        }
        return new WebpChunks(picture.width, picture.height, exif);
    }

    private static WebpChunks extended(SourceFile source, RandomAccessFile file, long data, long length)
            throws RejectionException, IOException {
        requireLength(source, length, EXTENDED_BYTES);
        ByteBuffer bytes = bytes(file, data, EXTENDED_BYTES);
        if ((bytes.get(0) & ANIMATION_FLAG) != 0) {
            throw source.rejection(RejectionReason.UNSUPPORTED, "is an animation");
        }
        return sized(source, 1 + (bytes.getInt(4) & 0xffffff), 1 + (bytes.getInt(6) >>> 8));
    }

    /** RFC 6386, section 9.1: the frame tag, the start code, 14 bits of width and of height. */
    private static WebpChunks lossy(SourceFile source, RandomAccessFile file, long data, long length)
            throws RejectionException, IOException {
        requireLength(source, length, 10);
        ByteBuffer bytes = bytes(file, data, 10);
        return sized(source, bytes.getShort(6) & 0x3fff, bytes.getShort(8) & 0x3fff);
    }

    /** RFC 9649, section 3.4: a signature byte, 14 bits of width less one and of height less one. */
    private static WebpChunks lossless(SourceFile source, RandomAccessFile file, long data, long length)
            throws RejectionException, IOException {
        requireLength(source, length, 5);
        int bits = bytes(file, data + 1, 4).getInt();
        return sized(source, 1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff));
    }

    private static WebpChunks sized(SourceFile source, int width, int height) throws RejectionException {
        source.requireSides(width, height);
        return new WebpChunks(width, height, null);
    }

    private static void requireLength(SourceFile source, long length, int least) throws RejectionException {
        if (length < least) {
            throw source.rejection(RejectionReason.LYING_HEADER, "has a WebP chunk of " + length + " bytes");
        }
    }

    private static byte[] withoutPreamble(byte[] exif) {
        boolean preamble = exif.length > 6 && new String(exif, 0, 4, StandardCharsets.ISO_8859_1).equals("Exif");
        return preamble ? Arrays.copyOfRange(exif, 6, exif.length) : exif;
    }

    private static ByteBuffer bytes(RandomAccessFile file, long offset, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(offset);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
