package io.astrochrome.imaging.decode.raster;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** TIFF files directory by directory: grey 8-bit pictures of one value, as pages or below the page before. */
final class TiffPagesFile {
    private static final int LONG = 4;
    static final int SUB_DIRECTORIES = 330;

    private final ByteOrder order;
    private final List<Directory> pages = new ArrayList<>();
    /** To which page the first one's field of sub-directories leads too; 0 where to none. */
    private int alsoBelow;

    private TiffPagesFile(ByteOrder order) {
        this.order = order;
    }

    static TiffPagesFile of(ByteOrder order) {
        return new TiffPagesFile(order);
    }

    /** One directory and those below it. */
    private static final class Directory {
        private final TreeMap<Integer, Long> fields = new TreeMap<>();
        private final List<Directory> below = new ArrayList<>();
        private final byte[] pixels;

        Directory(int width, int height, int value, Map<Integer, Long> more) {
            pixels = new byte[width * height];
            Arrays.fill(pixels, (byte) value);
            fields.putAll(Map.of(
                    TiffDirectory.WIDTH,
                    (long) width,
                    TiffDirectory.HEIGHT,
                    (long) height,
                    TiffDirectory.BITS_PER_SAMPLE,
                    8L,
                    TiffDirectory.COMPRESSION,
                    1L,
                    TiffDirectory.PHOTOMETRIC,
                    1L,
                    TiffDirectory.SAMPLES_PER_PIXEL,
                    1L,
                    TiffDirectory.ROWS_PER_STRIP,
                    (long) height,
                    TiffDirectory.STRIP_BYTES,
                    (long) pixels.length,
                    TiffDirectory.STRIP_OFFSETS,
                    0L));
            fields.putAll(more);
        }
    }

    /** A page of pixels of that value, with more fields or others. */
    TiffPagesFile page(int width, int height, int value, Map<Integer, Long> fields) {
        pages.add(new Directory(width, height, value, fields));
        return this;
    }

    TiffPagesFile page(int width, int height, int value) {
        return page(width, height, value, Map.of());
    }

    /** A picture below the last page. */
    TiffPagesFile below(int width, int height, int value, Map<Integer, Long> fields) {
        pages.get(pages.size() - 1).below.add(new Directory(width, height, value, fields));
        return this;
    }

    /** The field of sub-directories that the first page has leads to a further page. */
    TiffPagesFile leadingTo(int page) {
        alsoBelow = page;
        return this;
    }

    byte[] bytes() {
        ByteBuffer file = ByteBuffer.allocate(1 << 18).order(order);
        file.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42);
        int link = file.position();
        file.putInt(0);
        int first = 0;
        for (int i = 0; i < pages.size(); i++) {
            int next = write(file, pages.get(i), link);
            first = i == 0 ? file.getInt(link) : first;
            if (i == alsoBelow && i > 0) {
                int entry = pages.get(0).fields.headMap(SUB_DIRECTORIES).size();
                file.putInt(first + 2 + 12 * entry + 8, file.getInt(link));
            }
            link = next;
        }
        byte[] bytes = new byte[file.position()];
        file.flip().get(bytes);
        return bytes;
    }

    /** Writes a directory with what it needs, and links it; where the next one's place is to be written. */
    private static int write(ByteBuffer file, Directory directory, int link) {
        directory.fields.put(TiffDirectory.STRIP_OFFSETS, (long) file.position());
        file.put(directory.pixels);
        if (!directory.below.isEmpty()) {
            int inFile = file.position() + 4;
            file.putInt(0).putInt(0);
            write(file, directory.below.get(0), inFile);
            directory.fields.put(SUB_DIRECTORIES, (long) file.getInt(inFile));
        }
        file.position(file.position() + file.position() % 2);
        file.putInt(link, file.position());
        file.putShort((short) directory.fields.size());
        directory.fields.forEach((tag, value) -> {
            file.putShort((short) (int) tag).putShort((short) LONG).putInt(1).putInt((int) (long) value);
        });
        int next = file.position();
        file.putInt(0);
        return next;
    }
}
