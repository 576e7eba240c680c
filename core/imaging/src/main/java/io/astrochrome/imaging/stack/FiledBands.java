package io.astrochrome.imaging.stack;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Bands in a file, a few of them in memory at a time. They are changed in their places, which costs no more than memory while the file
 * is in the system's cache; after a change that fails the file is of no use. Throws {@link UncheckedIOException} where it cannot be
 * read or written.
 */
final class FiledBands implements Bands {
    /** What a stack's file begins with, its version among it. */
    private static final int MAGIC = 0x41435332; // ACS2

    private static final int HEADER = 4 * Integer.BYTES;

    /** What the name of a file ends with that is to take another one's place. */
    private static final String NEXT = ".next";

    private final Path file;
    private final int width;
    private final int height;
    private final BandScratch scratch;
    private boolean begun;
    private boolean kept;

    /** A stack's size and its subs. */
    record Header(int width, int height, SubWeights subs) {}

    private FiledBands(Path file, int width, int height, BandScratch scratch, boolean begun) {
        this.file = file;
        this.width = width;
        this.height = height;
        this.scratch = scratch;
        this.begun = begun;
    }

    /** Bands that no sub has seen; the file is written with the first one. */
    static FiledBands begin(Path file, int width, int height, BandScratch scratch) {
        return new FiledBands(file, width, height, scratch, false);
    }

    /** The bands of a file that was written before. */
    static FiledBands open(Path file, Header header, BandScratch scratch) {
        return new FiledBands(file, header.width, header.height, scratch, true);
    }

    /**
     * What a file's stack is.
     *
     * @throws IOException where it is none of this version, or not whole
     */
    static Header header(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = numbers(HEADER);
            read(channel, header, 0);
            int magic = header.getInt();
            int width = header.getInt();
            int height = header.getInt();
            int subs = header.getInt();
            if (magic != MAGIC || width < 1 || height < 1 || subs < 1 || subs > Short.MAX_VALUE) {
                throw new IOException(file + " is no stack of this version");
            }
            ByteBuffer weights = numbers(SubWeights.bytes(subs));
            read(channel, weights, at(height, width));
            return new Header(width, height, SubWeights.read(weights, subs));
        }
    }

    /**
     * Keeps the stack as it is under another name, which costs nothing where the system has hard links: the next change goes to a
     * file of its own, which takes this one's place.
     */
    void keepAs(Path other) {
        try {
            try {
                Files.createLink(other, file);
                kept = true;
            } catch (UnsupportedOperationException | FileSystemException e) {
                Files.copy(file, other);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the stack in " + file + " cannot be kept", e);
        }
    }

    @Override
    public void change(SubWeights subs, Work work) {
        try {
            Files.createDirectories(file.getParent());
            if (kept) {
                Path next = file.resolveSibling(file.getFileName() + NEXT);
                try (FileChannel before = FileChannel.open(file, StandardOpenOption.READ);
                        FileChannel after =
                                FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    change(subs, work, before, after);
                }
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
                kept = false;
            } else {
                try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                    change(subs, work, begun ? channel : null, channel);
                }
                begun = true;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the stack cannot be written to " + file, e);
        }
    }

    private void change(SubWeights subs, Work work, @Nullable FileChannel before, FileChannel after)
            throws IOException {
        each(before, (from, lent) -> {
            work.on(lent.band(), from);
            ByteBuffer bytes = lent.bytes();
            lent.band().write(bytes);
            write(after, bytes.flip(), at(from, width));
        });
        ByteBuffer weights = numbers(SubWeights.bytes(subs.count()));
        subs.write(weights);
        write(after, weights.flip(), at(height, width));
        ByteBuffer header = numbers(HEADER);
        header.putInt(MAGIC).putInt(width).putInt(height).putInt(subs.count());
        write(after, header.flip(), 0);
    }

    @Override
    public void look(Work work) {
        try (FileChannel before = begun ? FileChannel.open(file, StandardOpenOption.READ) : null) {
            each(before, (from, lent) -> work.on(lent.band(), from));
        } catch (IOException e) {
            throw new UncheckedIOException("the stack cannot be read from " + file, e);
        }
    }

    /** What is done with a band that was read. */
    private interface OnBand {
        void accept(int from, BandScratch.Lent lent) throws IOException;
    }

    private void each(@Nullable FileChannel before, OnBand work) {
        Bands.forEach(
                height,
                (from, to) -> scratch.lend(width * (to - from), width * ROWS, lent -> {
                    try {
                        if (before == null) {
                            lent.band().clear();
                        } else {
                            ByteBuffer bytes = lent.bytes();
                            read(before, bytes, at(from, width));
                            lent.band().read(bytes);
                        }
                        work.accept(from, lent);
                    } catch (IOException e) {
                        throw new UncheckedIOException(file + ", rows from " + from + ": " + e.getMessage(), e);
                    }
                }));
    }

    /** Where a row's band begins. */
    private static long at(int row, int width) {
        return HEADER + (long) row * width * StackBand.BYTES_OF_A_PIXEL;
    }

    private static ByteBuffer numbers(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Fills a buffer from a place of a file, and turns it round. */
    private static void read(FileChannel from, ByteBuffer into, long at) throws IOException {
        long place = at;
        while (into.hasRemaining()) {
            int read = from.read(into, place);
            if (read < 0) {
                throw new EOFException("the stack is cut off");
            }
            place += read;
        }
        into.flip();
    }

    private static void write(FileChannel into, ByteBuffer from, long at) throws IOException {
        long place = at;
        while (from.hasRemaining()) {
            place += into.write(from, place);
        }
    }
}
