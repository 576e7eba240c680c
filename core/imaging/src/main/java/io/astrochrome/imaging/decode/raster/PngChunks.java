package io.astrochrome.imaging.decode.raster;

import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SourceFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A PNG's chunks, walked and checked: every one whole and with the right checksum, the picture's data left where they are.
 *
 * @param small the chunks that say something about the picture, by type; of each type the first
 * @param data where the compressed picture lies
 */
record PngChunks(PngHeader header, Map<String, byte[]> small, List<Span> data) {
    private static final int SIGNATURE_BYTES = 8;
    private static final int FRAME_BYTES = 12;
    private static final int HEADER_BYTES = 13;
    private static final int LARGEST_SMALL_CHUNK = 1 << 20;
    private static final int MOST_CHUNKS = 1_000_000;
    private static final List<String> KEPT = List.of("IHDR", "PLTE", "tRNS", "iCCP", "sRGB", "gAMA", "eXIf");

    /** Some of the file's bytes. */
    record Span(long offset, int length) {}

    /** Of a chunk that is known to be there. */
    byte[] bytes(String type) {
        return Objects.requireNonNull(small.get(type), type);
    }

    /** Walks the file to IEND. */
    static PngChunks read(SourceFile source, RandomAccessFile file, boolean checkData)
            throws RejectionException, IOException {
        Map<String, byte[]> small = new HashMap<>();
        List<Span> data = new ArrayList<>();
        long offset = SIGNATURE_BYTES;
        for (int count = 0; count < MOST_CHUNKS; count++) {
            if (!data.isEmpty() && offset == source.size()) {
                // Without its end marker: whether all pixels are there is found as they are read.
                return checked(source, small, data);
            }
            source.requireBytes(offset, FRAME_BYTES, "a chunk");
            file.seek(offset);
            long length = file.readInt() & 0xffffffffL;
            byte[] typeBytes = new byte[4];
            file.readFully(typeBytes);
            String type = new String(typeBytes, StandardCharsets.ISO_8859_1);
            source.requireBytes(offset + 8, length + 4, "the chunk " + printable(type));
            if (count == 0 && (!type.equals("IHDR") || length != HEADER_BYTES)) {
                throw source.rejection(RejectionReason.DAMAGED, "does not begin with an IHDR chunk");
            }
            if (type.equals("IEND")) {
                return checked(source, small, data);
            }
            if (type.equals("IDAT")) {
                data.add(new Span(offset + 8, (int) length));
                if (checkData) {
                    requireChecksum(source, file, typeBytes, length, null);
                }
            } else if (KEPT.contains(type) && !small.containsKey(type) && length <= LARGEST_SMALL_CHUNK) {
                byte[] bytes = new byte[(int) length];
                requireChecksum(source, file, typeBytes, length, bytes);
                small.put(type, bytes);
            }
            offset += FRAME_BYTES + length;
        }
        throw source.rejection(RejectionReason.LYING_HEADER, "has more than " + MOST_CHUNKS + " chunks");
    }

    private static PngChunks checked(SourceFile source, Map<String, byte[]> small, List<Span> data)
            throws RejectionException {
        byte[] bytes = Objects.requireNonNull(small.get("IHDR"), "read first");
        PngHeader header = new PngHeader(number(bytes, 0), number(bytes, 4), bytes[8], bytes[9], bytes[12] == 1);
        source.requireSides(header.width(), header.height());
        if (!header.isAllowed() || bytes[10] != 0 || bytes[11] != 0 || bytes[12] > 1 || bytes[12] < 0) {
            throw source.rejection(
                    RejectionReason.LYING_HEADER,
                    "claims colour type " + header.colourType() + " of " + header.bitDepth() + " bits");
        }
        if (header.isPalette() && !small.containsKey("PLTE")) {
            throw source.rejection(RejectionReason.DAMAGED, "has a palette's indices without a palette");
        }
        if (data.isEmpty()) {
            throw source.rejection(RejectionReason.DAMAGED, "has no IDAT chunk");
        }
        return new PngChunks(header, small, data);
    }

    /** Reads a chunk's bytes, into {@code kept} where that is given, and compares the checksum behind them. */
    private static void requireChecksum(
            SourceFile source, RandomAccessFile file, byte[] type, long length, byte @Nullable [] kept)
            throws RejectionException, IOException {
        CRC32 checksum = new CRC32();
        checksum.update(type);
        if (kept == null) {
            byte[] buffer = new byte[1 << 16];
            for (long done = 0; done < length; ) {
                int some = (int) Math.min(buffer.length, length - done);
                file.readFully(buffer, 0, some);
                checksum.update(buffer, 0, some);
                done += some;
            }
        } else {
            file.readFully(kept);
            checksum.update(kept);
        }
        if (file.readInt() != (int) checksum.getValue()) {
            throw source.rejection(
                    RejectionReason.DAMAGED,
                    "has a wrong checksum in its chunk " + printable(new String(type, StandardCharsets.ISO_8859_1)));
        }
    }

    private static int number(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes, at, Integer.BYTES).getInt();
    }

    private static String printable(String type) {
        return type.replaceAll("[^ -~]", "?");
    }
}
