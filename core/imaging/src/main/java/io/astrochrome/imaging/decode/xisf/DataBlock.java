package io.astrochrome.imaging.decode.xisf;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdDecompressor;
import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SourceFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;

/**
 * Where a picture's bytes lie and how they are packed (XISF 1.0, section 10).
 *
 * @param offset in the file; 0 where the header has the bytes
 * @param inHeader the bytes themselves where the header has them; empty where the file has them behind it
 * @param storedBytes in the file
 * @param codec empty, {@code zlib}, {@code lz4}, {@code lz4hc} or {@code zstd}
 * @param unpackedBytes of the picture
 * @param shuffledItemBytes size of the items whose bytes were sorted by significance; 1 where they were not
 * @param subblocks pairs of compressed and uncompressed length; empty where the block is one
 * @param checksum as {@code algorithm:hex}, empty where there is none
 */
record DataBlock(
        long offset,
        Optional<byte[]> inHeader,
        long storedBytes,
        String codec,
        long unpackedBytes,
        int shuffledItemBytes,
        String subblocks,
        String checksum) {
    private static final Map<String, String> DIGESTS = Map.of(
            "sha-1", "SHA-1",
            "sha1", "SHA-1",
            "sha-256", "SHA-256",
            "sha256", "SHA-256",
            "sha-512", "SHA-512",
            "sha512", "SHA-512",
            "sha3-256", "SHA3-256",
            "sha3-512", "SHA3-512");

    /** The memory that reading takes beside its result. */
    long workingBytes() {
        return (codec.isEmpty() ? 0 : storedBytes) + (shuffledItemBytes > 1 ? unpackedBytes : 0);
    }

    /** The picture's bytes, checked and unpacked. */
    byte[] read(SourceFile source) throws RejectionException, IOException {
        byte[] stored = stored(source);
        requireChecksum(source, stored);
        if (codec.isEmpty()) {
            return stored;
        }
        byte[] unpacked = new byte[(int) unpackedBytes];
        try {
            unpack(source, stored, unpacked);
        } catch (DataFormatException | LZ4Exception | MalformedInputException | NumberFormatException e) {
            throw source.rejection(RejectionReason.DAMAGED, "cannot be decompressed: " + e.getMessage(), e);
        }
        return shuffledItemBytes > 1 ? unshuffled(unpacked, shuffledItemBytes) : unpacked;
    }

    private byte[] stored(SourceFile source) throws IOException {
        if (inHeader.isPresent()) {
            return inHeader.get();
        }
        byte[] stored = new byte[(int) storedBytes];
        try (RandomAccessFile file = new RandomAccessFile(source.path().toFile(), "r")) {
            file.seek(offset);
            file.readFully(stored);
        }
        return stored;
    }

    private void requireChecksum(SourceFile source, byte[] stored) throws RejectionException {
        int colon = checksum.indexOf(':');
        String algorithm =
                colon < 0 ? null : DIGESTS.get(checksum.substring(0, colon).toLowerCase(Locale.ROOT));
        if (algorithm == null) {
            return;
        }
        try {
            String is = HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(stored));
            if (!is.equalsIgnoreCase(checksum.substring(colon + 1).trim())) {
                throw source.rejection(RejectionReason.DAMAGED, "has pixels of another checksum than its header says");
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private void unpack(SourceFile source, byte[] stored, byte[] into) throws RejectionException, DataFormatException {
        String pairs = subblocks.isEmpty() ? storedBytes + "," + unpackedBytes : subblocks;
        int from = 0;
        int to = 0;
        for (String pair : pairs.split(":", -1)) {
            String[] lengths = pair.split(",", -1);
            int packed = lengths.length == 2 ? Integer.parseInt(lengths[0]) : -1;
            int plain = lengths.length == 2 ? Integer.parseInt(lengths[1]) : -1;
            if (packed < 0 || plain < 0 || packed > stored.length - from || plain > into.length - to) {
                throw source.rejection(RejectionReason.LYING_HEADER, "has compressed blocks that do not fit");
            }
            if (unpackOne(stored, from, packed, into, to, plain) != plain) {
                throw source.rejection(RejectionReason.DAMAGED, "has fewer compressed pixels than it says");
            }
            from += packed;
            to += plain;
        }
        if (to != into.length) {
            throw source.rejection(RejectionReason.DAMAGED, "has fewer compressed pixels than it says");
        }
    }

    private int unpackOne(byte[] stored, int from, int packed, byte[] into, int to, int plain)
            throws DataFormatException {
        if (codec.equals("zstd")) {
            return new ZstdDecompressor().decompress(stored, from, packed, into, to, plain);
        }
        if (!codec.equals("zlib")) {
            return LZ4Factory.fastestJavaInstance()
                    .safeDecompressor()
                    .decompress(stored, from, packed, into, to, plain);
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stored, from, packed);
            int done = 0;
            while (done < plain) {
                int some = inflater.inflate(into, to + done, plain - done);
                if (some == 0) {
                    return done;
                }
                done += some;
            }
            return done;
        } finally {
            inflater.end();
        }
    }

    /** First bytes of all items, then second bytes: put together again. What does not fill an item follows unsorted. */
    static byte[] unshuffled(byte[] bytes, int itemBytes) {
        int items = bytes.length / itemBytes;
        byte[] sorted = new byte[bytes.length];
        ByteBuffer from = ByteBuffer.wrap(bytes);
        for (int b = 0; b < itemBytes; b++) {
            for (int i = 0; i < items; i++) {
                sorted[i * itemBytes + b] = from.get();
            }
        }
        from.get(sorted, items * itemBytes, bytes.length - items * itemBytes);
        return sorted;
    }
}
