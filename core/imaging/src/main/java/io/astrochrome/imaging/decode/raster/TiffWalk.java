package io.astrochrome.imaging.decode.raster;

import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SourceFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks all directories of a TIFF, so that a library that trusts their counts may: every field's values lie in the file, all
 * together have no more bytes than it, no directory comes twice, and there are few of them. Numbers are read of those fields
 * alone that somebody asks for, each field's at once, and within a budget for the file.
 */
final class TiffWalk {
    private static final int MOST_DIRECTORIES = 256;
    private static final int MOST_FIELDS = 4096;
    /** Of all fields of the file together: offsets and lengths of strips or tiles, as many as a mosaic of small tiles has. */
    private static final int MOST_NUMBERS = 1 << 20;
    /** Sub-directories, EXIF, GPS and interoperability. */
    private static final Set<Integer> LINKS = Set.of(330, 34665, 34853, 40965);
    /** Bytes of a value of each type, from type 1 on. */
    private static final int[] TYPE_BYTES = {1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    private final SourceFile source;
    private final RandomAccessFile file;
    private final boolean little;
    private final boolean big;
    private final Set<Long> seen = new HashSet<>();
    private final Deque<Long> waiting = new ArrayDeque<>();
    /** The page that follows the one before; 0 where none does. */
    private long next;
    /** What the values of all fields so far take. */
    private long valueBytes;
    /** How many more may be read. */
    private long numbersLeft = MOST_NUMBERS;

    private TiffWalk(SourceFile source, RandomAccessFile file, boolean little, boolean big) {
        this.source = source;
        this.file = file;
        this.little = little;
        this.big = big;
    }

    /** All directories. */
    static TiffPages read(SourceFile source) throws RejectionException, IOException {
        try (RandomAccessFile file = new RandomAccessFile(source.path().toFile(), "r")) {
            source.requireBytes(0, 16, "a TIFF header");
            boolean little = file.readUnsignedShort() == 0x4949;
            int version = file.readUnsignedShort();
            boolean big = (little ? version >> 8 : version) == 43;
            return new TiffWalk(source, file, little, big).walk();
        }
    }

    private TiffPages walk() throws RejectionException, IOException {
        List<TiffDirectory> chain = new ArrayList<>();
        List<TiffDirectory> below = new ArrayList<>();
        next = big ? number(8, 8) : number(4, 4);
        while (next != 0 || !waiting.isEmpty()) {
            boolean inChain = next != 0;
            long offset = inChain ? next : waiting.remove();
            next = 0;
            if (offset == 0) {
                continue;
            }
            if (!seen.add(offset)) {
                // A pyramid's levels may be pages and sub-directories at once.
                continue;
            }
            if (seen.size() > MOST_DIRECTORIES) {
                throw source.rejection(
                        RejectionReason.LYING_HEADER, "has more than " + MOST_DIRECTORIES + " TIFF directories");
            }
            long before = valueBytes;
            var fields = directory(offset, inChain);
            (inChain ? chain : below).add(new TiffDirectory(offset, fields, valueBytes - before, big, little));
        }
        if (chain.isEmpty()) {
            throw source.rejection(RejectionReason.DAMAGED, "is a TIFF without a directory");
        }
        return new TiffPages(chain, below);
    }

    private Map<Integer, long[]> directory(long offset, boolean inChain) throws RejectionException, IOException {
        long count = number(offset, big ? 8 : 2);
        if (count < 1 || count > MOST_FIELDS) {
            throw source.rejection(RejectionReason.LYING_HEADER, "has a TIFF directory of " + count + " fields");
        }
        Map<Integer, long[]> fields = new HashMap<>();
        int fieldBytes = big ? 20 : 12;
        long at = offset + (big ? 8 : 2);
        ByteBuffer entries = bytes(at, (int) count * fieldBytes, "a TIFF directory");
        for (int i = 0; i < count; i++, at += fieldBytes) {
            int tag = Short.toUnsignedInt(entries.getShort(i * fieldBytes));
            field(tag, entries.slice(i * fieldBytes, fieldBytes).order(entries.order()), at, fields);
        }
        if (at + (big ? 8 : 4) <= source.size()) {
            link(number(at, big ? 8 : 4), inChain);
        }
        return fields;
    }

    /** What follows a page is a page, what follows a directory below one is below. */
    private void link(long following, boolean inChain) {
        if (inChain) {
            next = following;
        } else {
            waiting.add(following);
        }
    }

    private void field(int tag, ByteBuffer entry, long at, Map<Integer, long[]> fields)
            throws RejectionException, IOException {
        int type = Short.toUnsignedInt(entry.getShort(2));
        long count = number(entry, 4, big ? 8 : 4);
        int bytes = type >= 1 && type <= TYPE_BYTES.length ? TYPE_BYTES[type - 1] : 0;
        if (bytes == 0) {
            return;
        }
        if (count < 0 || count > source.size() / bytes) {
            throw lyingField(tag, count);
        }
        int inline = big ? 8 : 4;
        long inEntry = big ? 12 : 8;
        long from = count * bytes <= inline ? at + inEntry : number(entry, (int) inEntry, inline);
        source.requireBytes(from, count * bytes, "the TIFF field " + tag);
        valueBytes += count * bytes;
        if (valueBytes > source.size()) {
            throw source.rejection(RejectionReason.LYING_HEADER, "has TIFF fields with more bytes than the file");
        }
        if (TiffDirectory.PRESENCES.contains(tag)) {
            fields.putIfAbsent(tag, new long[0]);
        } else if (LINKS.contains(tag) || (TiffDirectory.NUMBERS.contains(tag) && !fields.containsKey(tag))) {
            long[] numbers = isInteger(type) ? numbers(tag, from, count, bytes) : new long[0];
            fields.putIfAbsent(tag, numbers);
            if (LINKS.contains(tag)) {
                for (long link : numbers) {
                    waiting.add(link);
                }
            }
        }
    }

    private static boolean isInteger(int type) {
        return type == 1 || type == 3 || type == 4 || type == 13 || type >= 16;
    }

    private long[] numbers(int tag, long from, long count, int bytes) throws RejectionException, IOException {
        numbersLeft -= count;
        if (numbersLeft < 0 || (LINKS.contains(tag) && count > MOST_DIRECTORIES)) {
            throw lyingField(tag, count);
        }
        ByteBuffer raw = bytes(from, (int) count * bytes, "the TIFF field " + tag);
        long[] values = new long[(int) count];
        for (int i = 0; i < count; i++) {
            values[i] = number(raw, i * bytes, bytes);
        }
        return values;
    }

    private RejectionException lyingField(int tag, long count) {
        return source.rejection(RejectionReason.LYING_HEADER, "claims " + count + " values in its TIFF field " + tag);
    }

    private long number(long offset, int bytes) throws RejectionException, IOException {
        return number(bytes(offset, bytes, "a TIFF structure"), 0, bytes);
    }

    private static long number(ByteBuffer raw, int at, int bytes) {
        return switch (bytes) {
            case 1 -> Byte.toUnsignedLong(raw.get(at));
            case 2 -> Short.toUnsignedLong(raw.getShort(at));
            case 4 -> Integer.toUnsignedLong(raw.getInt(at));
            default -> raw.getLong(at);
        };
    }

    private ByteBuffer bytes(long offset, int length, String what) throws RejectionException, IOException {
        source.requireBytes(offset, length, what);
        byte[] raw = new byte[length];
        file.seek(offset);
        file.readFully(raw);
        return ByteBuffer.wrap(raw).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }
}
