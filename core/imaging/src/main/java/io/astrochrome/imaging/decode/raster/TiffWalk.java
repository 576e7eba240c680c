package io.astrochrome.imaging.decode.raster;

import io.astrochrome.imaging.decode.RejectionException;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.SourceFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks all directories of a TIFF, so that a library that trusts their counts may: every field's values lie in the file,
 * no directory comes twice, and there are few of them.
 */
final class TiffWalk {
    private static final int MOST_DIRECTORIES = 256;
    private static final int MOST_FIELDS = 4096;
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
            (inChain ? chain : below).add(new TiffDirectory(offset, directory(offset, inChain), big, little));
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
        for (int i = 0; i < count; i++, at += fieldBytes) {
            int tag = (int) number(at, 2);
            long[] values = values(tag, at);
            fields.putIfAbsent(tag, values);
            if (LINKS.contains(tag)) {
                for (long link : values) {
                    waiting.add(link);
                }
            }
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

    private long[] values(int tag, long field) throws RejectionException, IOException {
        int type = (int) number(field + 2, 2);
        long count = number(field + 4, big ? 8 : 4);
        int bytes = type >= 1 && type <= TYPE_BYTES.length ? TYPE_BYTES[type - 1] : 0;
        if (bytes == 0) {
            return new long[0];
        }
        if (count < 0 || count > source.size() / bytes) {
            throw source.rejection(
                    RejectionReason.LYING_HEADER, "claims " + count + " values in its TIFF field " + tag);
        }
        int inline = big ? 8 : 4;
        long at = field + (big ? 12 : 8);
        long from = count * bytes <= inline ? at : number(at, inline);
        source.requireBytes(from, count * bytes, "the TIFF field " + tag);
        boolean integers = type == 1 || type == 3 || type == 4 || type == 13 || type >= 16;
        if (!integers || count > MOST_NUMBERS) {
            if (LINKS.contains(tag) || (tag <= TiffDirectory.TILE_BYTES && integers)) {
                throw source.rejection(
                        RejectionReason.LYING_HEADER, "claims " + count + " values in its TIFF field " + tag);
            }
            return new long[0];
        }
        long[] values = new long[(int) count];
        for (int i = 0; i < count; i++) {
            values[i] = number(from + (long) i * bytes, bytes);
        }
        return values;
    }

    private long number(long offset, int bytes) throws RejectionException, IOException {
        source.requireBytes(offset, bytes, "a TIFF structure");
        file.seek(offset);
        byte[] raw = new byte[bytes];
        file.readFully(raw);
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = (value << 8) | (raw[little ? bytes - 1 - i : i] & 0xff);
        }
        return value;
    }
}
